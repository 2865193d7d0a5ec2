/** The modes of the notice, and the audiences it is written for. */

export const MODES = ['educate', 'zero-tolerance'] as const;
export type Mode = (typeof MODES)[number];

export const AUDIENCES = ['workplace', 'family', 'personal'] as const;
export type Audience = (typeof AUDIENCES)[number];
