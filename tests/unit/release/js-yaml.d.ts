/** Declares the one function of js-yaml that the tests of the workflows use, because the package has no types. */
declare module 'js-yaml' {
  /** Reads one document of YAML 1.2. Throws with line and column on a syntax error. */
  export function load(text: string): unknown;
}
