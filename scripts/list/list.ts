/** `npm run list`: looks after the pattern list. */
import { parseArgs } from 'node:util';
import { BadFile } from '../command-line.ts';
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

/** Runs one command. @param args what stands after `npm run list --` @param today `YYYY-MM-DD` */
export function runList(
  args: string[],
  today: string,
  folder: string = LIST_FOLDER,
): Outcome & { json: boolean } {
  const json = args.includes('--json');
  const [name, ...rest] = args.filter((arg) => arg !== '--json');
  if (name === undefined || name === '--help' || name === 'help')
    return { code: 0, text: OVERVIEW, data: OVERVIEW, json };
  const command = COMMANDS[name];
  if (!command) {
    return {
      code: 2,
      text: `There is no command "${name}"; there are ${Object.keys(COMMANDS).join(', ')}.`,
      data: { error: `no command ${name}` },
      json,
    };
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    const help = `npm run list -- ${command.usage}`;
    return { code: 0, text: help, data: help, json };
  }
  const flagNames = command.flags ?? [];
  const known = Object.fromEntries([
    ...command.options.map((option) => [option, { type: 'string' as const }] as const),
    ...flagNames.map((flag) => [flag, { type: 'boolean' as const }] as const),
  ]);
  try {
    const { values, positionals } = parseArgs({ args: rest, options: known, allowPositionals: true });
    const options = values as Record<string, string | undefined>;
    const flags = new Set(flagNames.filter((flag) => flag in values));
    return { ...command.run({ folder, positionals, options, flags, today }), json };
  } catch (error) {
    const reason = (error as Error).message;
    if (error instanceof BadFile) return { code: 1, text: reason, data: { error: reason }, json };
    return {
      code: 2,
      text: `${firstSentence(reason)} (npm run list -- ${name} --help)`,
      data: { error: reason },
      json,
    };
  }
}

/** Node adds how to pass the option as an argument; the first sentence says what is wrong. */
function firstSentence(reason: string): string {
  return reason.split(/(?<=\.)\s|\n/)[0] ?? reason;
}

if (import.meta.main) {
  // A reader that has seen enough (`| head`) closes the pipe: that is no defect.
  process.stdout.on('error', () => process.exit());
  const { code, text, data, json } = runList(process.argv.slice(2), new Date().toISOString().slice(0, 10));
  const output = json ? JSON.stringify(data, null, 1) : text;
  if (code === 2) console.error(output);
  else process.stdout.write(output.endsWith('\n') ? output : `${output}\n`);
  process.exitCode = code;
}
