/** Model policy text in three lengths, to fill in, copy and print. */
import { section } from '../types.ts';

export const policy = section('learn-policy', {
  id: 'policy',
  group: 'work',
  title: 'title',
  lead: 'lead',
  blocks: [
    {
      kind: 'policy',
      heading: 'fill',
      fields: [
        { name: 'organization', label: 'fill-organization' },
        { name: 'assistance', label: 'fill-assistance' },
        { name: 'contact', label: 'fill-contact' },
        { name: 'owner', label: 'fill-owner' },
      ],
      versions: [
        { id: 'short', title: 'short', paragraphs: ['short-1'] },
        {
          id: 'medium',
          title: 'medium',
          paragraphs: ['medium-1', 'medium-2', 'medium-3', 'medium-4', 'medium-5'],
        },
        {
          id: 'long',
          title: 'long',
          paragraphs: [
            'long-1',
            'long-2',
            'long-3',
            'long-4',
            'long-5',
            'long-6',
            'long-7',
            'long-8',
            'long-9',
            'long-10',
            'long-sign',
          ],
          sign: ['sign-name', 'sign-date'],
        },
      ],
    },
    { kind: 'text', text: 'counsel', tone: 'note' },
  ],
});
