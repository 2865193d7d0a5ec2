/** The extension's own texts that a browser with Trusted Types has to accept. The build fixes all of them. */

/** Names of the only policies that `trusted-types` lets a page create. */
export const TRUST = {
  html: 'notice-body',
  scriptUrl: 'worker-data',
  /** Created by `entrypoints/first-paint.ts` for the module that the notice starts after its first frame. */
  module: 'notice-module',
} as const;

/**
 * @param make - the policy's function.
 * @returns source text of an expression. It gives the text itself in a browser without Trusted Types, else an object that wraps it.
 */
export function trustedExpression(
  policy: (typeof TRUST)[keyof typeof TRUST],
  make: 'createHTML' | 'createScriptURL',
  text: string,
): string {
  // The policy ignores its input and returns this text.
  return `((text) => globalThis.trustedTypes?.createPolicy('${policy}', { ${make}: () => text }).${make}('') ?? text)(${JSON.stringify(text)})`;
}
