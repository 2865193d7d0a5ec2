/** The section "Recognize and report": signs as prompts, what not to do, whom to tell, what to write down. */
import { section } from '../types.ts';

export const recognize = section('learn-recognize', {
  id: 'recognize',
  group: 'everyone',
  title: 'title',
  lead: 'lead',
  blocks: [
    { kind: 'heading', text: 'signs' },
    { kind: 'signs', about: 'anyone' },
    { kind: 'heading', text: 'signs-minor' },
    { kind: 'signs', about: 'minor' },
    { kind: 'text', text: { text: 'minor', sources: ['claim:age-02'] }, tone: 'note' },
    { kind: 'heading', text: 'dont' },
    {
      kind: 'list',
      tone: 'dont',
      items: [
        { text: 'dont-confront', sources: ['claim:bystander-01'] },
        'dont-follow',
        'dont-promise',
        'dont-images',
        'dont-post',
      ],
    },
    { kind: 'heading', text: 'tell' },
    {
      kind: 'list',
      items: [
        { text: 'tell-danger', sources: ['claim:bystander-01'] },
        { text: 'tell-child', sources: ['claim:bystander-02'] },
        'tell-other',
        'tell-police',
      ],
    },
    { kind: 'help', topics: ['worried-about-someone'], limit: 2 },
    { kind: 'heading', text: 'note' },
    { kind: 'text', text: 'note-lead' },
    { kind: 'write', prompts: ['note-who', 'note-what', 'note-when', 'note-where', 'note-why'], lines: 1 },
    { kind: 'heading', text: 'after' },
    { kind: 'text', text: 'after-text' },
  ],
});
