/** The ten-minute training: eight cards and a quiz that lives in memory only. */
import { section } from '../types.ts';

export const training = section('learn-training', {
  id: 'training',
  group: 'work',
  title: 'title',
  lead: 'lead',
  blocks: [
    { kind: 'heading', text: 'cards' },
    {
      kind: 'training',
      cards: [
        { title: 'what-title', text: { text: 'what-text', sources: ['claim:coercion-02', 'claim:age-02'] } },
        { title: 'smuggling-title', text: { text: 'smuggling-text', sources: ['dhs-help'] } },
        {
          title: 'signs-title',
          text: { text: 'signs-text', sources: ['claim:coercion-01', 'dhs-indicators'] },
        },
        { title: 'dont-title', text: { text: 'dont-text', sources: ['claim:bystander-01'] } },
        { title: 'note-title', text: 'note-text' },
        { title: 'call-title', text: 'call-text' },
        { title: 'myths-title', text: { text: 'myths-text', sources: ['post-2018'] } },
        { title: 'self-title', text: 'self-text' },
      ],
    },
    { kind: 'help', topics: ['worried-about-someone'], limit: 1 },
    { kind: 'heading', text: 'quiz' },
    {
      kind: 'quiz',
      questions: [
        { question: 'q1', options: ['q1-a', 'q1-b', 'q1-c'], right: 1, why: 'q1-why' },
        { question: 'q2', options: ['q2-a', 'q2-b', 'q2-c'], right: 2, why: 'q2-why' },
        { question: 'q3', options: ['q3-a', 'q3-b', 'q3-c'], right: 1, why: 'q3-why' },
        { question: 'q4', options: ['q4-a', 'q4-b', 'q4-c'], right: 2, why: 'q4-why' },
        { question: 'q5', options: ['q5-a', 'q5-b', 'q5-c'], right: 0, why: 'q5-why' },
        { question: 'q6', options: ['q6-a', 'q6-b', 'q6-c'], right: 1, why: 'q6-why' },
      ],
    },
    { kind: 'text', text: 'done', tone: 'note' },
  ],
});
