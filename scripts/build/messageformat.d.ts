declare module '@messageformat/core/compile-module.js' {
  import type MessageFormat from '@messageformat/core';
  /** Compiles messages to the text of an ES module. */
  export default function compileModule(format: MessageFormat, messages: Record<string, string>): string;
}
