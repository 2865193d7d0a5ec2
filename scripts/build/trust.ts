/** Texts of our own that a browser with Trusted Types must be told to trust: both are fixed when the package is built. */

/** Names of the only policies that `trusted-types` lets a page make. */
export const TRUST = { html: 'notice-body', scriptUrl: 'worker-data' } as const;

/**
 * @param make - the policy's function.
 * @returns source text of an expression: the very text where the browser knows no Trusted Types, else an object that stands for it.
 */
export function trustedExpression(
  policy: (typeof TRUST)[keyof typeof TRUST],
  make: 'createHTML' | 'createScriptURL',
  text: string,
): string {
  // The policy answers with its own text, whatever it is asked.
  return `((text) => globalThis.trustedTypes?.createPolicy('${policy}', { ${make}: () => text }).${make}('') ?? text)(${JSON.stringify(text)})`;
}
