/** Tests that the quiz counts each right answer once, and that a checked answer cannot be changed. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkAnswer, chooseOption, nextQuestion, startQuiz } from '../../../utils/learn/quiz.ts';
import { training } from '../../../utils/learn/sections/training.ts';

describe('the quiz', () => {
  test('counts a right answer once and goes on', () => {
    const answered = checkAnswer(chooseOption(startQuiz(), 1), 1);
    expect(answered).toEqual({ position: 0, chosen: 1, checked: true, right: 1 });
    expect(checkAnswer(answered, 1)).toBe(answered);
    expect(nextQuestion(answered)).toEqual({ position: 1, chosen: null, checked: false, right: 1 });
  });

  test('a wrong answer counts nothing, and cannot be changed once it was checked', () => {
    const answered = checkAnswer(chooseOption(startQuiz(), 0), 1);
    expect(answered.right).toBe(0);
    expect(chooseOption(answered, 1)).toBe(answered);
  });

  test('nothing happens without a choice', () => {
    const start = startQuiz();
    expect(checkAnswer(start, 0)).toBe(start);
    expect(nextQuestion(start)).toBe(start);
  });

  test('whatever is pressed, the score never passes the questions answered', () => {
    const press = fc.oneof(
      fc.record({ kind: fc.constant('choose' as const), option: fc.integer({ min: 0, max: 2 }) }),
      fc.record({ kind: fc.constant('check' as const), right: fc.integer({ min: 0, max: 2 }) }),
      fc.record({ kind: fc.constant('next' as const) }),
    );
    fc.assert(
      fc.property(fc.array(press, { maxLength: 60 }), (presses) => {
        let state = startQuiz();
        for (const act of presses) {
          if (act.kind === 'choose') state = chooseOption(state, act.option);
          else if (act.kind === 'check') state = checkAnswer(state, act.right);
          else state = nextQuestion(state);
          expect(state.right).toBeLessThanOrEqual(state.position + (state.checked ? 1 : 0));
          expect(state.checked && state.chosen === null).toBe(false);
        }
      }),
    );
  });

  test('every question of the training has its right option among three, and they are not all in one place', () => {
    const quiz = training.blocks.find((block) => block.kind === 'quiz');
    const rights = quiz?.questions.map(({ right }) => right) ?? [];
    expect(rights).toHaveLength(6);
    for (const question of quiz?.questions ?? []) {
      expect(new Set(question.options).size).toBe(3);
      expect(question.options[question.right]).toBeDefined();
    }
    expect(new Set(rights).size).toBe(3);
  });
});
