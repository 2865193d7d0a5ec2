/** The quiz of the ten-minute training: a pure state machine, kept in memory by the caller. */

export interface QuizState {
  /** The question now shown, counted from 0; equal to the number of questions when the quiz is over. */
  position: number;
  /** Option marked in the question now shown. */
  chosen: number | null;
  /** True once the answer was checked; it can no longer be changed. */
  checked: boolean;
  right: number;
}

/** @returns a quiz at its first question. */
export function startQuiz(): QuizState {
  return { position: 0, chosen: null, checked: false, right: 0 };
}

/** @returns the state with another option marked; unchanged once the answer was checked. */
export function chooseOption(state: QuizState, option: number): QuizState {
  return state.checked ? state : { ...state, chosen: option };
}

/**
 * @param state - the quiz.
 * @param rightOption - index of the right option of the question now shown.
 * @returns the state with the answer counted; unchanged if nothing is marked or it was counted already.
 */
export function checkAnswer(state: QuizState, rightOption: number): QuizState {
  if (state.chosen === null || state.checked) return state;
  return { ...state, checked: true, right: state.right + (state.chosen === rightOption ? 1 : 0) };
}

/** @returns the next question, unmarked; unchanged before the answer was checked. */
export function nextQuestion(state: QuizState): QuizState {
  return state.checked ? { ...state, position: state.position + 1, chosen: null, checked: false } : state;
}
