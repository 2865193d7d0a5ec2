/** What every list command takes and returns, so that one place prints text or JSON and sets the exit code. */

/** Arguments after the command's name. */
export interface Input {
  /** A folder laid out like `data/list`. */
  folder: string;
  positionals: string[];
  options: Record<string, string | undefined>;
  /** The switches that were given. */
  flags: ReadonlySet<string>;
  /** `YYYY-MM-DD`. */
  today: string;
}

/** What a command found. */
export interface Outcome {
  /** 0: fine; 1: a finding (a problem, nothing matched); 2: the command was used wrongly. */
  code: 0 | 1 | 2;
  /** For people. */
  text: string;
  /** For programs (`--json`). */
  data: unknown;
}

/** One command of `npm run list`. */
export interface Command {
  /** Arguments and a line of help, as the overview shows them. */
  usage: string;
  /** Options with a value that it knows, without the dashes. */
  options: readonly string[];
  /** Options without a value. */
  flags?: readonly string[];
  /** Most arguments without dashes; 0 unless said. */
  mostPositionals?: number;
  /** Does the work; `misuse` of `scripts/command-line.ts` ends it. */
  run(input: Input): Outcome;
}
