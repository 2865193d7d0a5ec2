/** `npm run list`: maintains the pattern list. */
import { asksForHelp, describeMistake, misuse, readArguments } from '../command-line.ts';
import type { Command, Outcome } from './command.ts';
import { add } from './commands/add.ts';
import { move, refuse, remove } from './commands/change.ts';
import { explain } from './commands/explain.ts';
import { exportList } from './commands/export.ts';
import { importList } from './commands/import.ts';
import { lint } from './commands/lint.ts';
import { measure } from './commands/measure.ts';
import { review } from './commands/review.ts';
import { stale } from './commands/stale.ts';
import { stats } from './commands/stats.ts';
import { LIST_FOLDER } from './files.ts';

const COMMANDS: Record<string, Command> = {
  lint,
  explain,
  add,
  remove,
  refuse,
  move,
  import: importList,
  review,
  stale,
  stats,
  measure,
  export: exportList,
};

const OVERVIEW = `${Object.values(COMMANDS)
  .map(({ usage }) => `npm run list -- ${usage}`)
  .join('\n')}
  --json     print data instead of text
Exit codes: 0 fine, 1 a finding, 2 used wrongly.`;

/**
 * Runs one command. Throws for a bug of the command, and returns an outcome for a mistake of the person.
 * @param args - what follows `npm run list --`.
 * @param today - `YYYY-MM-DD`.
 */
export function runList(
  args: string[],
  today: string,
  folder: string = LIST_FOLDER,
): Outcome & { json: boolean } {
  const json = args.includes('--json');
  const [name, ...rest] = args.filter((arg) => arg !== '--json');
  const command = name === undefined || !Object.hasOwn(COMMANDS, name) ? null : (COMMANDS[name] ?? null);
  try {
    if (command) return { ...runOne(command, rest, folder, today), json };
    return { ...overview(name), json };
  } catch (error) {
    const mistake = describeMistake(error, command ? `npm run list -- ${name} --help` : '--help');
    if (!mistake) throw error;
    return { code: mistake.code, text: mistake.line, data: { error: (error as Error).message }, json };
  }
}

function runOne(command: Command, args: string[], folder: string, today: string): Outcome {
  const usage = `npm run list -- ${command.usage}`;
  if (asksForHelp(args)) return { code: 0, text: usage, data: usage };
  const flagNames = command.flags ?? [];
  const options = Object.fromEntries([
    ...command.options.map((option) => [option, { type: 'string' as const }] as const),
    ...flagNames.map((flag) => [flag, { type: 'boolean' as const }] as const),
  ]);
  const { values, positionals } = readArguments(
    { usage, options, mostPositionals: command.mostPositionals ?? 0 },
    args,
  );
  const flags = new Set(flagNames.filter((flag) => flag in values));
  const texts = values as Record<string, string | undefined>;
  return command.run({ folder, positionals, options: texts, flags, today });
}

/** @param name - the word given in place of a command's name. */
function overview(name: string | undefined): Outcome {
  if (name === undefined || name === 'help' || asksForHelp([name]))
    return { code: 0, text: OVERVIEW, data: OVERVIEW };
  readArguments({ usage: OVERVIEW, options: {}, mostPositionals: 1 }, [name]);
  return misuse(`There is no command "${name}"; there are ${Object.keys(COMMANDS).join(', ')}.`);
}

if (import.meta.main) {
  // `| head` closes the pipe early, which is not an error.
  process.stdout.on('error', () => process.exit());
  const { code, text, data, json } = runList(process.argv.slice(2), new Date().toISOString().slice(0, 10));
  const output = json ? JSON.stringify(data, null, 1) : text;
  if (code === 2) console.error(output);
  else process.stdout.write(output.endsWith('\n') ? output : `${output}\n`);
  process.exitCode = code;
}
