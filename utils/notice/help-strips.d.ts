declare module 'virtual:help-strips' {
  /** Country (ISO 3166-1) or `any`, then language: the one line of help. */
  const strips: Record<string, Record<string, string>>;
  export default strips;
}
