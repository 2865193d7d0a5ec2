/** The section for parents and caregivers: how to talk, what to say, what not to do, and why there is no log. */
import { section } from '../types.ts';

export const parents = section('learn-parents', {
  id: 'parents',
  group: 'home',
  title: 'title',
  lead: 'lead',
  blocks: [
    { kind: 'heading', text: 'first' },
    { kind: 'say', text: 'starter' },
    { kind: 'text', text: 'starter-note' },
    { kind: 'heading', text: 'how' },
    {
      kind: 'list',
      items: [
        { text: 'how-calm', sources: ['claim:family-03'] },
        { text: 'how-listen', sources: ['ncmec-starters'] },
        { text: 'how-blame', sources: ['ncmec-starters'] },
        'how-thank',
        { text: 'how-other', sources: ['claim:family-01'] },
        { text: 'how-often', sources: ['ncmec-starters'] },
      ],
    },
    { kind: 'heading', text: 'ask' },
    { kind: 'list', items: ['ask-stranger', 'ask-real', 'ask-tell', 'ask-hard'] },
    { kind: 'heading', text: 'say' },
    {
      kind: 'list',
      tone: 'do',
      items: [
        { text: 'say-no', sources: ['ncmec-starters'] },
        'say-secret',
        'say-trouble',
        { text: 'say-love', sources: ['claim:family-02'] },
        'say-any',
      ],
    },
    { kind: 'heading', text: 'dont' },
    { kind: 'list', tone: 'dont', items: ['dont-search', 'dont-contact', 'dont-delete'] },
    { kind: 'heading', text: 'log' },
    { kind: 'text', text: 'log-text' },
    { kind: 'heading', text: 'tell' },
    { kind: 'text', text: 'tell-text' },
    { kind: 'text', text: { text: 'tell-facts', sources: ['claim:age-04'] } },
    { kind: 'help', topics: ['teen'], limit: 3 },
  ],
});
