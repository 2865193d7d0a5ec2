/** Texts of our own that a browser with Trusted Types has to be made to trust: all are fixed when the package is built. */

/** Names of the only policies that `trusted-types` lets a page make. */
export const TRUST = {
  html: 'notice-body',
  scriptUrl: 'worker-data',
  /** Made by `entrypoints/first-paint.ts` for the module the notice starts after its first frame. */
  module: 'notice-module',
} as const;

/**
 * @param make - the policy's function.
 * @returns source text of an expression: the very text where the browser knows no Trusted Types, else an object that wraps it.
 */
export function trustedExpression(
  policy: (typeof TRUST)[keyof typeof TRUST],
  make: 'createHTML' | 'createScriptURL',
  text: string,
): string {
  // The policy returns its own text, whatever its input is.
  return `((text) => globalThis.trustedTypes?.createPolicy('${policy}', { ${make}: () => text }).${make}('') ?? text)(${JSON.stringify(text)})`;
}
