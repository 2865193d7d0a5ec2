/** Tests that commands in the documents can be run as they are. */
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runList } from '../../../scripts/list/list.ts';
import { documents, projectFiles, quoted } from './documents.ts';

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
const files = projectFiles();

/** Commands of npm itself. */
const NPM = ['ci', 'install', 'audit', 'version', 'pack', 'view'];

interface Command {
  script: string;
  words: string[];
  flags: string[];
}

/** @returns every `npm …` in a text. A line may contain several. */
function commandsIn(text: string): Command[] {
  return [...text.matchAll(/\bnpm (?:run ([\w:-]+)|(\w+))([^\n`|&;)]*)/g)].map(([, run, own, rest = '']) => {
    const [, given = ''] = rest.split(/#/)[0]?.match(/ -- (.*)/) ?? [];
    const words = given.split(/\s+/);
    const flags = words.filter((word) => /^--[a-z]/.test(word)).map((word) => word.split('=')[0] as string);
    // Subcommands are lower-case words in front. What follows them are values.
    const first = words[0] ?? '';
    return { script: run ?? own ?? '', words: /^[a-z]+$/.test(first) ? [first] : [], flags };
  });
}

/** @returns the code behind a script: its file and those next to it. */
function codeOf(script: string): string {
  const [file] = /\S+\.ts/.exec(scripts[script] ?? '') ?? [];
  if (!file) return scripts[script] ?? '';
  const beside =
    dirname(file) === 'scripts' ? [file] : files.filter((each) => each.startsWith(dirname(file)));
  return beside
    .filter((each) => each.endsWith('.ts'))
    .map((each) => readFileSync(each, 'utf8'))
    .join('\n');
}

/** @returns what is wrong with a command, or null. */
function problem({ script, words, flags }: Command): string | null {
  if (!(script in scripts)) return NPM.includes(script) ? null : `npm has no script "${script}"`;
  const code = codeOf(script);
  const list = runList(['--help'], '2026-01-01').text;
  for (const word of words) {
    const known =
      script === 'list'
        ? list.includes(`npm run list -- ${word}`)
        : new RegExp(`['\`|\\s]${word}\\b`).test(code);
    if (!known) return `npm run ${script} has no command "${word}"`;
  }
  for (const flag of flags) {
    const name = flag.slice(2);
    if (!code.includes(flag) && !new RegExp(`\\b${name}: \\{|'${name}'`).test(code))
      return `npm run ${script} has no ${flag}`;
  }
  return null;
}

for (const document of documents()) {
  const { file, text } = document;
  const blocks = [...text.matchAll(/^```[\s\S]*?^```/gm)].map(([block]) => block);
  const commands = commandsIn([...blocks, ...quoted(document)].join('\n'));
  if (commands.length === 0) continue;
  describe(file, () => {
    test('gives only commands that exist', () => {
      expect(commands.map(problem).filter((each) => each !== null)).toEqual([]);
    });
  });
}

test('the check can fail', () => {
  const wrong = [
    'npm run gone',
    'npm run list -- gone',
    'npm run facts -- gone',
    'npm run list -- add x --gone y',
    'npm gone',
  ];
  expect(
    wrong
      .flatMap(commandsIn)
      .map(problem)
      .filter((each) => each === null),
  ).toEqual([]);
  expect(wrong.flatMap(commandsIn)).toHaveLength(wrong.length);
});
