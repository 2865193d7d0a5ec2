/** Questions and answers about the law, the people and this tool. */
import { section } from '../types.ts';

export const questions = section('learn-questions', {
  id: 'questions',
  group: 'everyone',
  title: 'title',
  lead: 'lead',
  blocks: [
    { kind: 'heading', text: 'about-law' },
    {
      kind: 'questions',
      pairs: [
        {
          question: 'trafficking-q',
          answer: { text: 'trafficking-a', sources: ['claim:coercion-02', 'claim:age-02'] },
        },
        { question: 'smuggling-q', answer: { text: 'smuggling-a', sources: ['dhs-help'] } },
        {
          question: 'crime-q',
          answer: {
            text: 'crime-a',
            sources: ['law-canada', 'law-france', 'law-ireland', 'law-norway', 'law-sweden'],
          },
        },
        { question: 'gift-q', answer: { text: 'gift-a', sources: ['claim:legal-01'] } },
        { question: 'age-q', answer: { text: 'age-a', sources: ['claim:age-01'] } },
        { question: 'abroad-q', answer: { text: 'abroad-a', sources: ['claim:legal-11'] } },
        {
          question: 'forced-q',
          answer: { text: 'forced-a', sources: ['claim:force-01', 'claim:civil-01'] },
        },
        { question: 'finds-q', answer: { text: 'finds-a', sources: ['claim:who-01', 'claim:employ-05'] } },
        { question: 'chat-q', answer: { text: 'chat-a', sources: ['claim:fraud-01'] } },
        { question: 'citizen-q', answer: { text: 'citizen-a', sources: ['claim:immigration-01'] } },
      ],
    },
    { kind: 'heading', text: 'about-people' },
    {
      kind: 'questions',
      pairs: [
        { question: 'everyone-q', answer: { text: 'everyone-a', sources: ['claim:exploit-01'] } },
        { question: 'most-q', answer: 'most-a' },
        { question: 'seller-q', answer: 'seller-a' },
        { question: 'wrong-q', answer: 'wrong-a' },
      ],
    },
    { kind: 'heading', text: 'about-tool' },
    {
      kind: 'questions',
      pairs: [
        { question: 'record-q', answer: 'record-a' },
        { question: 'watch-q', answer: 'watch-a' },
        { question: 'remove-q', answer: 'remove-a' },
        { question: 'work-q', answer: { text: 'work-a', sources: ['prichard-2022'] } },
      ],
    },
  ],
});
