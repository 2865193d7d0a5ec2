/** Reads what stands after a command's name, prints its help, and says misuse in one line with exit code 2; every command of the project uses it. */
import { readFileSync } from 'node:fs';
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

/** @returns the bytes of a file that a person named; a file that cannot be read is a misuse. */
export function readNamedFile(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    // An error of reading, unlike one of opening, does not carry the path.
    return misuse(describeFileError(Object.assign(error as Error, { path })) ?? `${path}: ${error}`);
  }
}

/** A file that a person named does not hold what it should; its message is the one line they read. */
export class BadFile extends Error {}

/**
 * @returns the text of a file that a person named; a file that cannot be read is a misuse. Throws `BadFile` where a byte is not
 *   UTF-8: browsers drop such a policy file whole, and whatever else stood there would be guessed.
 */
export function readNamedText(path: string): string {
  const read = decodeUtf8(readNamedFile(path));
  if (read.ok) return read.text;
  const { line, column, byte } = read;
  throw new BadFile(`${path}:${line}:${column}: byte ${byte} is not UTF-8. Save the file as UTF-8.`);
}

/**
 * Runs a command and sets the process's exit code: 0 when done, what `run` returns, 1 for a `BadFile`, or 2 for a wrong
 * option, too many arguments, a missing file or `misuse`. `--help` and `-h` print the usage and do nothing else.
 * @param args - what stands after the command's name.
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
    if (error instanceof BadFile) {
      console.error(error.message);
      process.exitCode = 1;
      return;
    }
    const line = error instanceof Misuse ? error.message : describeFileError(error);
    // Anything else is a fault of the command itself, and its stack says where.
    if (line === null) throw error;
    console.error(`${line} (see --help)`);
    process.exitCode = 2;
  }
}

/**
 * For commands that are one script from top to bottom: the words, or the end of the process with the help (0) or one line (2).
 * @param args - what stands after the command's name.
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
    return exitAsMisused((error as Error).message);
  }
}

/** Ends the process with one line and exit code 2. */
export function exitAsMisused(reason: string): never {
  console.error(`${reason} (see --help)`);
  process.exit(2);
}

function asksForHelp(args: readonly string[]): boolean {
  const end = args.indexOf('--');
  const before = end < 0 ? args : args.slice(0, end);
  return before.includes('--help') || before.includes('-h');
}

function readArguments<O extends Options>(
  command: Omit<CommandLine<O>, 'run'>,
  args: string[],
): Arguments<O> {
  const most = command.mostPositionals ?? 0;
  let given: Arguments<O>;
  try {
    given = parseArgs({ args, options: command.options, allowPositionals: true });
  } catch (error) {
    // The rest of Node's message explains how to pass such a word on, which no command here takes.
    return misuse((error as Error).message.split(/\. |\n/)[0] ?? 'The options could not be read');
  }
  const extra = given.positionals[most];
  if (extra !== undefined) misuse(`"${extra}" was not expected`);
  return given;
}

const FILE_ERRORS: Record<string, string> = {
  ENOENT: 'there is no such file or folder',
  EISDIR: 'a file was expected, not a folder',
  ENOTDIR: 'a folder was expected, not a file',
  EACCES: 'you have no permission for it',
  EPERM: 'you have no permission for it',
  EROFS: 'it cannot be written to',
  ENOSPC: 'there is no room left',
};

/** @returns one line about a file that could not be read or written, or null for any other fault. */
function describeFileError(error: unknown): string | null {
  const { code, path } = Object(error) as NodeJS.ErrnoException;
  const text = code === undefined ? undefined : FILE_ERRORS[code];
  return text === undefined || path === undefined ? null : `${path}: ${text}`;
}
