/** Two texts that become mutants as the code does: a test looks at one of them and at nothing of the other. */
export const SEEN = 'seen';
export const UNSEEN = 'unseen';
