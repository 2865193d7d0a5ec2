/** Two texts that become mutants like other code. A test checks one of them and not the other. */
export const SEEN = 'seen';
export const UNSEEN = 'unseen';
