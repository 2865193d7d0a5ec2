/** The section "Think it through", for someone who wants to stop: questions and a plan to print. Nothing is stored. */
import { section } from '../types.ts';

export const think = section('learn-think', {
  id: 'think',
  group: 'home',
  title: 'title',
  lead: 'lead',
  blocks: [
    { kind: 'text', text: 'limits', tone: 'note' },
    { kind: 'heading', text: 'alone' },
    {
      kind: 'list',
      items: ['alone-many', 'alone-leave'],
    },
    { kind: 'heading', text: 'ask' },
    {
      kind: 'write',
      prompts: ['ask-before', 'ask-after', 'ask-cost', 'ask-person', 'ask-matter', 'ask-helped'],
      lines: 1,
    },
    { kind: 'text', text: { text: 'person-note', sources: ['claim:exploit-01'] }, tone: 'note' },
    { kind: 'heading', text: 'plan' },
    {
      kind: 'write',
      prompts: ['plan-when', 'plan-do', 'plan-remove', 'plan-person', 'plan-help', 'plan-date'],
      lines: 1,
    },
    { kind: 'heading', text: 'slip' },
    { kind: 'list', items: ['slip-stop', 'slip-look', 'slip-talk', 'slip-crisis'] },
    { kind: 'help', topics: ['crisis', 'wants-to-stop'], limit: 3 },
  ],
});
