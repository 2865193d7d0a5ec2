import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'second-thought-command-'));
const command = join(folder, 'command.ts');
writeFileSync(
  command,
  `import { misuse, readNamedFile, readNamedText, runCommand } from ${JSON.stringify(resolve('scripts/command-line.ts'))};
  await runCommand({
    usage: 'How it is used',
    options: { file: { type: 'string' }, text: { type: 'string' }, status: { type: 'string' } },
    mostPositionals: 1,
    run({ values, positionals }) {
      if (positionals[0] === 'wrong') misuse('that is wrong');
      if (positionals[0] === 'broken') throw new Error('a fault of its own');
      if (values.file !== undefined) console.log(readNamedFile(values.file).toString());
      if (values.text !== undefined) console.log(readNamedText(values.text));
      console.log(JSON.stringify(positionals));
      return values.status === undefined ? undefined : Number(values.status);
    },
  });`,
);
afterAll(() => rmSync(folder, { recursive: true }));

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], { encoding: 'utf8' });
  return { status, stdout, stderr };
}

describe('a command of the project', () => {
  test.each(['--help', '-h'])('prints its usage for %s and does nothing else', (word) => {
    expect(run(word, 'wrong')).toEqual({ status: 0, stdout: 'How it is used\n', stderr: '' });
  });

  test('runs, and ends with 0 or with the code it gives back', () => {
    expect(run('one')).toMatchObject({ status: 0, stdout: '["one"]\n' });
    expect(run('--status', '1')).toMatchObject({ status: 1, stdout: '[]\n' });
  });

  test('takes what follows a double dash as it is', () => {
    expect(run('--', '--help')).toMatchObject({ status: 0, stdout: '["--help"]\n' });
  });

  test.each([
    [['--nonsense'], "Unknown option '--nonsense'"],
    [['--file'], "Option '--file <value>' argument missing"],
    [['one', 'two'], '"two" was not expected'],
    [['wrong'], 'that is wrong'],
    [['--file', join(folder, 'missing')], `${join(folder, 'missing')}: there is no such file or folder`],
    [['--file', folder], `${folder}: a file was expected, not a folder`],
  ])('says in one line what is wrong with %j, and ends with 2', (args, reason) => {
    expect(run(...args)).toEqual({ status: 2, stdout: '', stderr: `${reason} (see --help)\n` });
  });

  test('names the place of a byte that is not UTF-8, and ends with 1', () => {
    const file = join(folder, 'windows-1252.json');
    writeFileSync(file, Buffer.from('{\n "name": "Café"\n}', 'latin1'));
    expect(run('--text', file)).toEqual({
      status: 1,
      stdout: '',
      stderr: `${file}:2:14: byte 0xE9 is not UTF-8. Save the file as UTF-8.\n`,
    });
    writeFileSync(file, '\ufeffCafé');
    expect(run('--text', file)).toMatchObject({ status: 0, stdout: 'Café\n[]\n' });
  });

  test('keeps the stack of a fault that is not the person’s', () => {
    const { status, stderr } = run('broken');
    expect(status).toBe(1);
    expect(stderr).toContain('a fault of its own');
    expect(stderr).toContain('command.ts:');
  });
});

/** Every command of package.json that is a program of ours; those of vitest and wxt have manners of their own. */
const PROGRAMS = Object.values(
  (JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }).scripts,
).flatMap((command) => /^node (\S+\.ts)(?: \w+)?$/.exec(command)?.[1] ?? []);
/** `npm run list` has a reader of its own, with the same manners; tests/unit/list holds it. */
const COMMANDS = [...new Set(PROGRAMS)].filter((file) => file !== 'scripts/list/list.ts');

test('no program of package.json is left out', () => {
  expect(COMMANDS.length).toBeGreaterThanOrEqual(9);
  expect(PROGRAMS).toContain('scripts/list/list.ts');
});

describe.each(COMMANDS)('%s', (file) => {
  const start = (...args: string[]) => spawnSync(process.execPath, [file, ...args], { encoding: 'utf8' });

  test('explains itself', () => {
    const { status, stdout, stderr } = start('--help');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^npm (?:run \w+|start|test)/);
  });

  test('says in one line that an option is unknown', () => {
    const { status, stdout, stderr } = start('--nonsense');
    expect({ status, stdout, stderr }).toEqual({
      status: 2,
      stdout: '',
      stderr: "Unknown option '--nonsense' (see --help)\n",
    });
  });
});
