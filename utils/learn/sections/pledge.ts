/** A pledge for a community to print and sign. */
import { section } from '../types.ts';

export const pledge = section('learn-pledge', {
  id: 'pledge',
  group: 'community',
  title: 'title',
  lead: 'lead',
  blocks: [
    { kind: 'heading', text: 'we' },
    {
      kind: 'list',
      tone: 'ordered',
      items: [
        'promise-buy',
        'promise-respect',
        'promise-joke',
        'promise-stop',
        'promise-report',
        'promise-young',
        'promise-true',
      ],
    },
    { kind: 'sign', fields: ['sign-name', 'sign-place', 'sign-date', 'sign-signature'] },
    { kind: 'text', text: 'free', tone: 'note' },
  ],
});
