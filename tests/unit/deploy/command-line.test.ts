/** Tests that `npm run policy` writes a usable kit, explains what is wrong in a configuration, and then writes nothing. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { explainPolicyFile } from '../../../scripts/policy/check-policy.ts';
import { FULL_LANGUAGES } from '../../../utils/words/languages.ts';
import { configOf, kitOf, workplace } from './kit-fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'policy-command-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the command as `npm run policy` does. */
function policy(...words: string[]) {
  return spawnSync(process.execPath, ['scripts/policy/policy.ts', ...words], { encoding: 'utf8' });
}

describe('npm run policy', () => {
  test('makes the files, ready to use', () => {
    const out = join(folder, 'kit');
    const run = policy('--config', 'tests/golden/deploy/workplace.json', '--out', out);
    expect(run.status, run.stderr).toBe(0);
    const files = readdirSync(out, { recursive: true }).filter((name) =>
      statSync(join(out, `${name}`)).isFile(),
    );
    expect(files.length).toBe(kitOf(configOf(workplace)).size);
    expect([...readFileSync(join(out, 'windows/chrome.reg')).subarray(0, 2)]).toEqual([0xff, 0xfe]);
    expect(statSync(join(out, 'linux/chrome-undo.sh')).mode & 0o111).toBeTruthy();
    expect(policy('check', join(out, 'linux/chrome/second-thought.json')).status).toBe(0);
    expect(policy('check', join(out, 'firefox/policies.json')).status).toBe(0);
  });

  test('says which files an earlier run with other browsers has left in the folder', () => {
    const out = join(folder, 'twice');
    const narrow = join(folder, 'narrow.json');
    writeFileSync(narrow, JSON.stringify({ ...workplace, browsers: ['chrome'] }));
    expect(policy('--config', narrow, '--out', out).stderr).not.toContain('earlier');
    expect(policy('--config', 'tests/golden/deploy/workplace.json', '--out', out).stderr).not.toContain(
      'earlier',
    );
    const { status, stderr } = policy('--config', narrow, '--out', out);
    expect(status).toBe(0);
    expect(stderr).toMatch(/^\d+ files of an earlier run are still in /m);
  });

  test('a configuration with an error makes none, and says why', () => {
    const config = join(folder, 'bad.json');
    writeFileSync(config, JSON.stringify({ ...workplace, policy: { mode: 'strict' } }));
    const run = policy('--config', config, '--out', join(folder, 'none'));
    expect(run.status).toBe(1);
    expect(run.stderr).toMatch(/ERROR.*mode: not a value this key knows/);
    expect(readdirSync(folder)).not.toContain('none');
  });

  test('a file with one byte of Windows-1252, which Chromium rejects as a whole, is named by line and column', () => {
    const file = join(folder, 'latin.json');
    const text = JSON.stringify({ mode: 'educate', organizationName: 'Café' }, null, 2);
    writeFileSync(file, Buffer.from(text, 'latin1'));
    for (const words of [
      ['check', file],
      ['--config', file, '--out', join(folder, 'none')],
    ]) {
      const run = policy(...words);
      expect(run.status).toBe(1);
      expect(run.stdout + run.stderr).toBe(`${file}:3:27: byte 0xE9 is not UTF-8. Save the file as UTF-8.\n`);
    }
    expect(readdirSync(folder)).not.toContain('none');
    writeFileSync(file, `\ufeff${text}`);
    expect(policy('check', file).stdout).toContain('organizationName = Café');
  });

  test('a source takes the place of the configuration’s', () => {
    const source = join(folder, 'kit-source.json');
    const id = 'b'.repeat(32);
    writeFileSync(source, JSON.stringify({ chromium: { id, updateUrl: 'file:///opt/x/update.xml' } }));
    const out = join(folder, 'sourced');
    const run = policy('--config', 'tests/golden/deploy/workplace.json', '--source', source, '--out', out);
    expect(run.status, run.stderr).toBe(0);
    const bare = join(folder, 'no-source.json');
    writeFileSync(bare, JSON.stringify({ browsers: ['chrome'], policy: { mode: 'educate' } }));
    expect(policy('check', bare).status).toBe(1);
    expect(policy('check', bare, '--source', source).status).toBe(0);
    expect(readFileSync(join(out, 'linux/chrome/second-thought.json'), 'utf8')).toContain(
      `${id};file:///opt/x/update.xml`,
    );
  });

  test('everybody can read what it makes, whatever the umask', () => {
    const out = join(folder, 'strict/kit');
    const words = `--config tests/golden/deploy/workplace.json --out ${out}`;
    const script = `umask 077; ${process.execPath} scripts/policy/policy.ts ${words}`;
    expect(spawnSync('sh', ['-c', script]).status).toBe(0);
    for (const name of ['', ...readdirSync(out, { recursive: true })]) {
      const { mode } = statSync(join(out, `${name}`));
      expect(mode & 0o444, `${name}`).toBe(0o444);
      expect(mode & 0o022, `${name}`).toBe(0);
    }
    expect(statSync(join(folder, 'strict')).mode & 0o555).toBe(0o555);
  });

  test.each([
    [[], '--config FILE and --out DIR are needed'],
    [['--nonsense'], "Unknown option '--nonsense'"],
    [['show'], '"show" is not a command'],
    [['check'], 'check needs the name of a file'],
    [['check', 'missing.json'], 'missing.json: there is no such file or folder'],
    [['--config', 'missing.json', '--out', 'x'], 'missing.json: there is no such file or folder'],
    [['--language', 'xx', 'table'], `--language: ${FULL_LANGUAGES.join(' or ')} was expected`],
  ])('used wrongly (%j) it says so in one line and ends with 2', (words, line) => {
    const { status, stdout, stderr } = policy(...words);
    expect({ status, stdout, stderr }).toEqual({ status: 2, stdout: '', stderr: `${line} (see --help)\n` });
  });

  test.each([
    ['{', /bad\.json: this is not JSON: .*\n$/],
    ['[]', /bad\.json: an object in braces was expected\n$/],
  ])('a configuration of %s is no configuration', (text, line) => {
    const config = join(folder, 'bad.json');
    writeFileSync(config, text);
    const run = policy('--config', config, '--out', join(folder, 'none'));
    expect(run.status).toBe(1);
    expect(run.stderr).toMatch(line);
    expect(readdirSync(folder)).not.toContain('none');
  });
});

describe('check', () => {
  const explain = (file: unknown) => explainPolicyFile(JSON.stringify(file), 'en');
  const id = 'a'.repeat(32);

  test.each([
    ['a capital in Chromium', { '3rdparty': { Extensions: { [id]: { mode: 'educate' } } } }, 'lower case'],
    [
      'small letters in Firefox',
      { policies: { '3rdparty': { extensions: { 'second-thought@second-thought': { mode: 'educate' } } } } },
      'with a capital',
    ],
    [
      'the registry’s level on Linux',
      { '3rdparty': { extensions: { [id]: { policy: { mode: 'educate' } } } } },
      'Windows registry only',
    ],
    [
      'the console’s wrapper on Linux',
      { '3rdparty': { extensions: { [id]: { mode: { Value: 'educate' } } } } },
      'Google Admin console only',
    ],
    [
      'another extension’s file',
      { '3rdparty': { extensions: { other: {} } } },
      'no configuration for this extension',
    ],
    [
      'a wrong value',
      { mode: 'educate', continueDelaySeconds: 900 },
      'continueDelaySeconds: expected a whole number',
    ],
    [
      'a state that does not exist',
      { mode: 'educate', jurisdictions: ['US-GA', 'US-ZZ'] },
      'jurisdictions: “US-ZZ” is not a part of US',
    ],
  ])('%s is found', (_what, file, words) => {
    const { ok, lines } = explain(file);
    expect(ok).toBe(false);
    expect(lines.join('\n')).toContain(words);
  });

  test('a right file says what is in force', () => {
    const { ok, lines } = explain({ mode: { Value: 'educate' }, listTiers: { Value: ['core'] } });
    expect(ok).toBe(true);
    expect(lines).toContain('Shape: google-admin');
    expect(lines).toContain('In force: educate');
  });

  test('a kit configuration is checked as one', () => {
    expect(explain(workplace).lines[0]).toContain('deployment kit');
    expect(explain({ ...workplace, companions: { profile: 1 } }).ok).toBe(false);
  });

  test('a file that is not JSON is reported as such', () => {
    expect(explainPolicyFile('{', 'en').lines[0]).toContain('not JSON');
  });
});
