/** Reads the arguments of a command, prints its help, and reports misuse in one line with exit code 2; every command of the project uses it. */
import { readFileSync, writeFileSync } from 'node:fs';
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { decodeUtf8 } from '../utils/text/utf8.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

/** What a command line came to: `values` by option, `positionals` in order. */
export type Arguments<O extends Options> = ReturnType<
  typeof parseArgs<{ options: O; allowPositionals: true; args: string[] }>
>;

/** One command and what it takes. */
export interface CommandLine<O extends Options> {
  /** What `--help` prints: the forms of the command, then each option. */
  usage: string;
  /** As `node:util`'s `parseArgs` takes them; `help` is added here. */
  options: O;
  /** Most arguments without dashes; 0 unless said. */
  mostPositionals?: number;
  /** Does the work. @returns the exit code, 0 if nothing is returned. `misuse` ends it with 2. */
  run(given: Arguments<O>): number | undefined | Promise<number | undefined>;
}

/** The person used the command wrongly; its message is the one line they read. */
class Misuse extends Error {}

/** Ends the command with one line and exit code 2. @param reason - what was wrong, and with what. */
export function misuse(reason: string): never {
  throw new Misuse(reason);
}

/**
 * Does something with a file or folder that a person named: one that is missing, or that cannot be read or written, is a misuse.
 * Everywhere else such an error is a bug of the command, and keeps its stack.
 * @param path - the file or folder.
 */
export function atNamedPath<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    // An error of reading, unlike one of opening, does not carry the path.
    const line = describeFileError(error, path);
    if (line === null) throw error;
    return misuse(line);
  }
}

/** @returns the bytes of a file that a person named; a file that cannot be read is a misuse. */
export function readNamedFile(path: string): Buffer {
  return atNamedPath(path, () => readFileSync(path));
}

/** Writes a file that a person named; one that cannot be written is a misuse. */
export function writeNamedFile(path: string, content: string): void {
  atNamedPath(path, () => writeFileSync(path, content));
}

/** A file has the wrong content; its message is the one line the person reads. */
export class BadFile extends Error {}

/**
 * @returns the text of a file that a person named; a file that cannot be read is a misuse. Throws `BadFile` where a byte is not
 *   UTF-8: browsers reject such a policy file as a whole, and the meaning of the byte would be a guess.
 */
export function readNamedText(path: string): string {
  const read = decodeUtf8(readNamedFile(path));
  if (read.ok) return read.text;
  const { line, column, byte } = read;
  throw new BadFile(`${path}:${line}:${column}: byte ${byte} is not UTF-8. Save the file as UTF-8.`);
}

/** @returns the content of a JSON file that a person named. Throws `BadFile` where it is not JSON. */
export function readNamedJson(path: string): unknown {
  const text = readNamedText(path);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new BadFile(`${path}: this is not JSON: ${(error as Error).message}`);
  }
}

/**
 * Tells a mistake of the person from a bug.
 * @param help - what prints the help.
 * @returns the line they read and the exit code: 1 for a `BadFile`, 2 for misuse; null for a bug.
 */
export function describeMistake(error: unknown, help = '--help'): { code: 1 | 2; line: string } | null {
  if (error instanceof BadFile) return { code: 1, line: error.message };
  if (error instanceof Misuse) return { code: 2, line: `${error.message} (see ${help})` };
  return null;
}

/**
 * Runs a command and sets the process's exit code: 0 when done, what `run` returns, 1 for a `BadFile`, or 2 for a wrong
 * option, too many arguments, a missing file or `misuse`. Any other error is a bug: it is thrown again, so that Node prints its
 * stack and exits with 1. `--help` and `-h` print the usage and do nothing else.
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
 * For commands that are one script from top to bottom: the arguments, or the end of the process with the help (0) or one line (2).
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

/** @returns the arguments of a command. Ends in `misuse` where they are not those it takes. */
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
    // The rest of Node's message explains how to pass such a word on, which no command here takes.
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
