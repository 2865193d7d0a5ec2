/** The only part of Stryker that is used: it builds every mutant into a file, inactive. */
declare module '@stryker-mutator/instrumenter' {
  import type { Mutant } from './report.ts';

  interface Source {
    name: string;
    mutate: boolean;
    content: string;
  }

  interface Logger {
    isDebugEnabled(): boolean;
    debug(text: string): void;
    info(text: string): void;
    warn(text: string): void;
  }

  interface Options {
    plugins: null;
    excludedMutations: string[];
    ignorers: never[];
    noHeader: boolean;
  }

  export class Instrumenter {
    constructor(logger: Logger);
    instrument(files: readonly Source[], options: Options): Promise<{ files: Source[]; mutants: Mutant[] }>;
  }
}
