/** Tests that every command of the project explains itself, says misuse in one line, and shows the stack of a bug. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'second-thought-command-'));
const command = join(folder, 'command.ts');
writeFileSync(
  command,
  `import { readFileSync } from 'node:fs';
  import { misuse, readNamedFile, readNamedJson, readNamedText, runCommand, writeNamedFile } from ${JSON.stringify(resolve('scripts/command-line.ts'))};
  await runCommand({
    usage: 'How it is used',
    options: { file: { type: 'string' }, text: { type: 'string' }, json: { type: 'string' }, out: { type: 'string' }, status: { type: 'string' } },
    mostPositionals: 1,
    run({ values, positionals }) {
      if (positionals[0] === 'wrong') misuse('that is wrong');
      if (positionals[0] === 'broken') throw new Error('a fault of its own');
      if (positionals[0] === 'incomplete') readFileSync('/a-file-nobody-named');
      if (values.file !== undefined) console.log(readNamedFile(values.file).toString());
      if (values.text !== undefined) console.log(readNamedText(values.text));
      if (values.json !== undefined) console.log(readNamedJson(values.json));
      if (values.out !== undefined) writeNamedFile(values.out, 'written');
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
    [['--out', folder], `${folder}: a file was expected, not a folder`],
    [
      ['--out', join(folder, 'missing', 'file')],
      `${join(folder, 'missing', 'file')}: there is no such file or folder`,
    ],
    [['--out', join(command, 'file')], `${join(command, 'file')}: a folder was expected, not a file`],
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

  test('names a file that is not JSON, and ends with 1', () => {
    const file = join(folder, 'broken.json');
    writeFileSync(file, '{');
    const { status, stdout, stderr } = run('--json', file);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(/^\S+broken\.json: this is not JSON: .*\n$/);
  });

  test.each([
    ['broken', 'a fault of its own'],
    ['incomplete', "ENOENT: no such file or directory, open '/a-file-nobody-named'"],
  ])('keeps the stack of a bug (%s), and ends with 1', (word, message) => {
    const { status, stderr } = run(word);
    expect(status).toBe(1);
    expect(stderr).toContain(message);
    expect(stderr).toMatch(/\n {4}at .*command\.ts:/);
    expect(stderr).not.toContain('see --help');
  });
});

describe('a command that is one script', () => {
  const script = join(folder, 'script.ts');
  writeFileSync(
    script,
    `import { argumentsOrExit } from ${JSON.stringify(resolve('scripts/command-line.ts'))};
    const { positionals } = argumentsOrExit({
      usage: 'How it is used',
      options: process.env.WRONG_OPTIONS ? { file: { type: 'number' } } : {},
      mostPositionals: 1,
    });
    if (positionals[0] === 'broken') throw new Error('a fault of its own');`,
  );
  const start = (args: string[], env: Record<string, string> = {}) =>
    spawnSync(process.execPath, [script, ...args], { encoding: 'utf8', env: { ...process.env, ...env } });

  test('says misuse in one line, and ends with 2', () => {
    expect(start(['one', 'two'])).toMatchObject({
      status: 2,
      stderr: '"two" was not expected (see --help)\n',
    });
    expect(start(['one'])).toMatchObject({ status: 0, stdout: '', stderr: '' });
  });

  test('keeps the stack of a bug, and ends with 1', () => {
    const { status, stderr } = start(['broken']);
    expect(status).toBe(1);
    expect(stderr).toMatch(/\n {4}at .*script\.ts:/);
  });

  test('does not take a mistake in its own options for one of the person', () => {
    const { status, stderr } = start([], { WRONG_OPTIONS: '1' });
    expect(status).toBe(1);
    expect(stderr).toContain('ERR_INVALID_ARG_TYPE');
    expect(stderr).not.toContain('see --help');
  });
});

describe('a command that needs something of the machine', () => {
  const script = join(folder, 'setup.ts');
  writeFileSync(
    script,
    `import { orSay, SetupProblem } from ${JSON.stringify(resolve('scripts/browser/install-browsers.ts'))};
    orSay(() => {
      throw process.argv[2] === 'missing' ? new SetupProblem('Install it.') : new Error('a fault of its own');
    });`,
  );
  const start = (word: string) => spawnSync(process.execPath, [script, word], { encoding: 'utf8' });

  test('says in one line what is missing, and ends with 1', () => {
    expect(start('missing')).toMatchObject({ status: 1, stdout: '', stderr: 'Install it.\n' });
  });

  test('keeps the stack of a bug, and ends with 1', () => {
    const { status, stderr } = start('broken');
    expect(status).toBe(1);
    expect(stderr).toMatch(/a fault of its own\n {4}at .*setup\.ts:/);
  });
});

/** Every command of package.json that is a program of this project. Those of vitest and wxt behave in their own way. */
const PROGRAMS = Object.values(
  (JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }).scripts,
).flatMap((command) => /^node (\S+\.ts)(?: \w+)?$/.exec(command)?.[1] ?? []);
const COMMANDS = [...new Set(PROGRAMS)];

test('no program of package.json is left out', () => {
  expect(COMMANDS.length).toBeGreaterThanOrEqual(10);
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

describe('npm run list', () => {
  const list = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/list/list.ts', ...args], {
      encoding: 'utf8',
    });
    return { status, stdout, stderr };
  };

  test.each([
    [['stats', '--nonsense'], "Unknown option '--nonsense'", 'stats'],
    [['stats', 'all'], '"all" was not expected', 'stats'],
    [['add', 'a.com'], '--kind takes', 'add'],
    [['add', '--in', 'paths', '/nowhere.jsonl'], '/nowhere.jsonl: there is no such file or folder', 'add'],
    [['review', '/nowhere.jsonl'], '/nowhere.jsonl: there is no such file or folder', 'review'],
    [['import', '/nowhere.txt'], 'There is no file /nowhere.txt.', 'import'],
    [['import', folder], `${folder}: a file was expected, not a folder`, 'import'],
    // Reads and checks the whole list first, which takes a while on a busy machine.
    [['export', '--out', folder], `${folder}: a file was expected, not a folder`, 'export'],
  ])(
    'says in one line what is wrong with %j, and ends with 2',
    (args, reason, name) => {
      const { status, stdout, stderr } = list(...args);
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(stderr).toContain(reason);
      expect(stderr.split('\n')).toEqual([
        expect.stringMatching(new RegExp(`\\(see npm run list -- ${name} --help\\)$`)),
        '',
      ]);
    },
    60_000,
  );

  test('prints the options of one command for --help, also after others', () => {
    const { status, stdout, stderr } = list('add', 'a.com', '--help');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^npm run list -- add /);
  });

  test('prints misuse as data for --json', () => {
    const { status, stderr } = list('stats', 'all', '--json');
    expect(status).toBe(2);
    expect(JSON.parse(stderr)).toEqual({ error: '"all" was not expected' });
  });

  test('has no command of a name that every object knows', () => {
    expect(list('constructor')).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/^There is no command "constructor"; .* \(see --help\)\n$/),
    });
  });

  test('keeps the stack of a bug, and ends with 1', () => {
    const script = join(folder, 'list.ts');
    writeFileSync(
      script,
      `import { runList } from ${JSON.stringify(resolve('scripts/list/list.ts'))};
      // A list without its files: the project's own folder is never so.
      runList(['stats'], '2026-06-01', ${JSON.stringify(join(folder, 'no-list'))});`,
    );
    const { status, stderr } = spawnSync(process.execPath, [script], { encoding: 'utf8' });
    expect(status).toBe(1);
    expect(stderr).toContain('ENOENT');
    expect(stderr).toMatch(/\n {4}at .*list\.ts:/);
  });
});
