import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { explainPolicyFile } from '../../../scripts/policy/check-policy.ts';
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

  test('a configuration with an error makes none, and says why', () => {
    const config = join(folder, 'bad.json');
    writeFileSync(config, JSON.stringify({ ...workplace, policy: { mode: 'strict' } }));
    const run = policy('--config', config, '--out', join(folder, 'none'));
    expect(run.status).toBe(1);
    expect(run.stderr).toMatch(/ERROR.*mode: not a value this key knows/);
    expect(readdirSync(folder)).not.toContain('none');
  });

  test('without words it explains itself', () => {
    expect(policy().stdout).toContain('--config FILE');
    expect(policy().status).toBe(2);
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

  test('what is no JSON is said to be none', () => {
    expect(explainPolicyFile('{', 'en').lines[0]).toContain('not JSON');
  });
});
