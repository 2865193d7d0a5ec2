/** The section for employers: why to act, three steps, and how to announce them. */
import { section } from '../types.ts';

export const employers = section('learn-employers', {
  id: 'employers',
  group: 'work',
  title: 'title',
  lead: 'lead',
  blocks: [
    { kind: 'heading', text: 'why' },
    {
      kind: 'list',
      items: [{ text: 'why-contracts', sources: ['claim:employ-02'] }, 'why-honest'],
    },
    { kind: 'heading', text: 'steps' },
    {
      kind: 'steps',
      items: [
        { text: 'step-say', link: 'step-say-link', to: 'pledge' },
        { text: 'step-write', link: 'step-write-link', to: 'policy' },
        { text: 'step-train', link: 'step-train-link', to: 'training' },
      ],
    },
    { kind: 'heading', text: 'roll' },
    {
      kind: 'list',
      tone: 'do',
      items: [
        'roll-tell',
        'roll-truth',
        'roll-logs',
        'roll-ask',
        'roll-assist',
        'roll-mistake',
        'roll-check',
      ],
    },
    { kind: 'heading', text: 'fair' },
    { kind: 'list', items: ['fair-mistake', 'fair-proof', 'fair-list', 'fair-past', 'fair-help'] },
  ],
});
