/** Defines what every list command takes and returns, so that one place prints text or JSON and sets the exit code. */

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

/** The result of a command. */
export interface Outcome {
  /** 0: fine; 1: a finding (a problem, or nothing matched); 2: the command was used wrongly. */
  code: 0 | 1 | 2;
  /** The result for people. */
  text: string;
  /** The result for programs (`--json`). */
  data: unknown;
}

/** One command of `npm run list`. */
export interface Command {
  /** Arguments and a line of help, as the overview shows them. */
  usage: string;
  /** Options that take a value, without the dashes. */
  options: readonly string[];
  /** Options that take no value. */
  flags?: readonly string[];
  /** The most arguments without dashes; 0 by default. */
  mostPositionals?: number;
  /** Does the work. `misuse` of `scripts/command-line.ts` ends it. */
  run(input: Input): Outcome;
}
