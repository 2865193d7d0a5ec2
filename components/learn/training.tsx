/** Shows the training's cards and its quiz; the answers are kept only in this component. */
import { useState } from 'preact/hooks';
import { checkAnswer, chooseOption, nextQuestion, startQuiz } from '../../utils/learn/quiz.ts';
import type { Block } from '../../utils/learn/types.ts';
import { Cited } from './cited.tsx';
import type { Tools } from './tools.ts';

type Of<Kind extends Block<string>['kind']> = Extract<Block<string>, { kind: Kind }>;

/** All cards at once, so that they can be read in any order and printed on one page. */
export function TrainingCards({ block, tools }: { block: Of<'training'>; tools: Tools }) {
  const total = block.cards.length;
  return (
    <ol class="cards">
      {block.cards.map((card, index) => (
        <li key={card.title}>
          <p class="count">{tools.page('card-number', { number: index + 1, total })}</p>
          <h3>{tools.say(card.title)}</h3>
          <p>
            <Cited of={card.text} tools={tools} />
          </p>
        </li>
      ))}
    </ol>
  );
}

/** Shows one question at a time, and explains each answer before the next question. */
export function Quiz({ block, tools }: { block: Of<'quiz'>; tools: Tools }) {
  const { page, say } = tools;
  const [state, setState] = useState(startQuiz);
  const total = block.questions.length;
  const question = block.questions[state.position];
  if (!question) {
    return (
      <div class="quiz" role="status">
        <p class="score">{page('quiz-score', { right: state.right, total })}</p>
        <p class="screen-only">
          <button type="button" class="button" onClick={() => setState(startQuiz())}>
            {page('quiz-again')}
          </button>
        </p>
      </div>
    );
  }
  const correct = state.chosen === question.right;
  return (
    <form
      class="quiz screen-only"
      onSubmit={(event) => {
        event.preventDefault();
        setState(state.checked ? nextQuestion(state) : checkAnswer(state, question.right));
      }}
    >
      <fieldset>
        <legend>
          <span class="count">{page('quiz-progress', { number: state.position + 1, total })}</span>
          {say(question.question)}
        </legend>
        {question.options.map((option, index) => (
          <label key={option} class={state.checked && index === question.right ? 'option right' : 'option'}>
            <input
              type="radio"
              name="quiz-option"
              checked={state.chosen === index}
              disabled={state.checked}
              onChange={() => setState(chooseOption(state, index))}
            />
            {say(option)}
          </label>
        ))}
      </fieldset>
      <div role="status">
        {state.checked && (
          <>
            <strong>{page(correct ? 'quiz-right' : 'quiz-wrong')}</strong> {say(question.why)}
          </>
        )}
      </div>
      <button
        type="submit"
        class="button primary"
        disabled={state.chosen === null}
        // The second press of a double click would leave the explanation that the first has just shown.
        onClick={(event) => event.detail > 1 && event.preventDefault()}
      >
        {page(state.checked ? 'quiz-next' : 'quiz-check')}
      </button>
      <p class="note">{page('quiz-private')}</p>
    </form>
  );
}
