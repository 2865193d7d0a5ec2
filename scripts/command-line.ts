/**
 * Reads the arguments of a command, prints its help, and reports misuse in one line with exit code 2. Every command of the project
 * uses it.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { decodeUtf8 } from '../utils/text/utf8.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

/** A parsed command line: `values` by option, `positionals` in order. */
export type Arguments<O extends Options> = ReturnType<
  typeof parseArgs<{ options: O; allowPositionals: true; args: string[] }>
>;

/** One command, with its options and arguments. */
export interface CommandLine<O extends Options> {
  /** What `--help` prints: the forms of the command, then each option. */
  usage: string;
  /** As `node:util`'s `parseArgs` takes them. `help` is added here. */
  options: O;
  /** The most arguments without dashes; 0 by default. */
  mostPositionals?: number;
  /** Does the work. `misuse` ends it with 2. @returns the exit code; nothing means 0. */
  run(given: Arguments<O>): number | undefined | Promise<number | undefined>;
}

/** The person used the command wrongly. They read only its message, which is one line. */
class Misuse extends Error {}

/** Ends the command with one line and exit code 2. @param reason - what was wrong, and with what. */
export function misuse(reason: string): never {
  throw new Misuse(reason);
}

/**
 * Does something with a file or folder that a person named. If it is missing, or cannot be read or written, that is misuse.
 * Everywhere else, such an error is a bug of the command and keeps its stack trace.
 * @param path - the file or folder.
 */
export function atNamedPath<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    // An error while reading, unlike one while opening, does not contain the path.
    const line = describeFileError(error, path);
    if (line === null) throw error;
    return misuse(line);
  }
}

/** @returns the bytes of a file that a person named. A file that cannot be read is misuse. */
export function readNamedFile(path: string): Buffer {
  return atNamedPath(path, () => readFileSync(path));
}

/** Writes a file that a person named. A file that cannot be written is misuse. */
export function writeNamedFile(path: string, content: string): void {
  atNamedPath(path, () => writeFileSync(path, content));
}

/** A file has the wrong content. The person reads only its message, which is one line. */
export class BadFile extends Error {}

/**
 * @returns the text of a file that a person named. A file that cannot be read is misuse. Throws `BadFile` if a byte is not
 *   UTF-8: browsers reject such a policy file as a whole, and the meaning of the byte would be a guess.
 */
export function readNamedText(path: string): string {
  const read = decodeUtf8(readNamedFile(path));
  if (read.ok) return read.text;
  const { line, column, byte } = read;
  throw new BadFile(`${path}:${line}:${column}: byte ${byte} is not UTF-8. Save the file as UTF-8.`);
}

/** @returns the content of a JSON file that a person named. Throws `BadFile` if it is not JSON. */
export function readNamedJson(path: string): unknown {
  const text = readNamedText(path);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new BadFile(`${path}: this is not JSON: ${(error as Error).message}`);
  }
}

/**
 * Distinguishes a mistake of the person from a bug.
 * @param help - how to print the help.
 * @returns the line for the person and the exit code: 1 for a `BadFile`, 2 for misuse; null for a bug.
 */
export function describeMistake(error: unknown, help = '--help'): { code: 1 | 2; line: string } | null {
  if (error instanceof BadFile) return { code: 1, line: error.message };
  if (error instanceof Misuse) return { code: 2, line: `${error.message} (see ${help})` };
  return null;
}

/**
 * Runs a command and sets the process's exit code: 0 when done, or what `run` returns, 1 for a `BadFile`, 2 for a wrong
 * option, too many arguments, a missing file or `misuse`. Any other error is a bug: it is thrown again, so that Node prints its
 * stack trace and exits with 1. `--help` and `-h` print the usage and do nothing else.
 * @param args - what follows the command's name.
 */
export async function runCommand<O extends Options>(
  command: CommandLine<O>,
  args: string[] = process.argv.slice(2),
): Promise<void> {
  if (asksForHelp(args)) {
    console.log(command.usage);
    return;
  }
  try {
    process.exitCode = (await command.run(readArguments(command, args))) ?? 0;
  } catch (error) {
    const mistake = describeMistake(error);
    if (!mistake) throw error;
    console.error(mistake.line);
    process.exitCode = mistake.code;
  }
}

/**
 * Reads the arguments of a command that is one script from top to bottom. Ends the process after printing the help (0) or one line
 * about misuse (2).
 * @param args - what follows the command's name.
 */
export function argumentsOrExit<O extends Options>(
  command: Omit<CommandLine<O>, 'run'>,
  args: string[] = process.argv.slice(2),
): Arguments<O> {
  if (asksForHelp(args)) {
    console.log(command.usage);
    process.exit(0);
  }
  try {
    return readArguments(command, args);
  } catch (error) {
    if (error instanceof Misuse) return exitAsMisused(error.message);
    throw error;
  }
}

/** Ends the process with one line and exit code 2. */
export function exitAsMisused(reason: string): never {
  console.error(`${reason} (see --help)`);
  process.exit(2);
}

/** @returns whether `--help` or `-h` is given. */
export function asksForHelp(args: readonly string[]): boolean {
  const end = args.indexOf('--');
  const before = end < 0 ? args : args.slice(0, end);
  return before.includes('--help') || before.includes('-h');
}

/** @returns the arguments of a command. Ends in `misuse` if the command does not take them. */
export function readArguments<O extends Options>(
  command: Omit<CommandLine<O>, 'run'>,
  args: string[],
): Arguments<O> {
  const most = command.mostPositionals ?? 0;
  let given: Arguments<O>;
  try {
    given = parseArgs({ args, options: command.options, allowPositionals: true });
  } catch (error) {
    if (!String((error as NodeJS.ErrnoException).code).startsWith('ERR_PARSE_ARGS_')) throw error;
    // The rest of Node's message explains how to pass on such a word, which no command here needs.
    return misuse((error as Error).message.split(/\. |\n/)[0] ?? 'The options could not be read');
  }
  const extra = given.positionals[most];
  if (extra !== undefined) misuse(`"${extra}" was not expected`);
  return given;
}

const FILE_ERRORS: Record<string, string> = {
  ENOENT: 'there is no such file or folder',
  EEXIST: 'a folder was expected, not a file',
  EISDIR: 'a file was expected, not a folder',
  ENOTDIR: 'a folder was expected, not a file',
  EACCES: 'you have no permission for it',
  EPERM: 'you have no permission for it',
  EROFS: 'it cannot be written to',
  ENOSPC: 'there is no space left',
};

/** @returns one line about a file that could not be read or written, or null for any other error. */
function describeFileError(error: unknown, named: string): string | null {
  const { code, path = named } = Object(error) as NodeJS.ErrnoException;
  const text = code === undefined ? undefined : FILE_ERRORS[code];
  return text === undefined ? null : `${path}: ${text}`;
}
