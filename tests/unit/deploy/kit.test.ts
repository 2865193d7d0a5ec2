/** Tests the kit's files against golden copies, that each file can be undone, and that a wrong configuration makes none. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wordsOfFiles } from '../../../utils/deploy/deployment-kit.ts';
import { readKitConfig } from '../../../utils/deploy/kit-config.ts';
import { policyStatement, STATEMENT_LENGTHS, staffNote } from '../../../utils/deploy/staff-words.ts';
import { FULL_LANGUAGES } from '../../../utils/words/languages.ts';
import { configOf, kitOf, words, workplace } from './kit-fixture.ts';

const update = { channel: 'selfHosted', updateUrl: 'https://intranet.example.com/update.xml' };
const problems = (raw: unknown) =>
  readKitConfig(raw).problems.map(({ problem, values }) => `${problem} ${values.key ?? ''}`);

describe('the configuration', () => {
  test('silence means the defaults', () => {
    const config = configOf({ chromium: update, policy: { mode: 'educate' } });
    expect(config.companions).toEqual({
      forceInstall: true,
      privateWindows: 'off',
      profiles: true,
      tampering: true,
      developerTools: false,
      urlBlocklist: [],
    });
    expect(config.edge).toEqual(config.chromium);
  });

  test.each([
    ['no address for force installation', {}, 'kitUpdateUrlMissing chromium.updateUrl'],
    ['a store id that is not known', { chromium: { channel: 'chromeWebStore' } }, 'kitIdMissing chromium.id'],
    ['Edge’s own store', { chromium: update, edge: { channel: 'edgeAddons' } }, 'kitIdMissing edge.id'],
    ['an id that is none', { chromium: { ...update, id: 'ABC' } }, 'kitWrong chromium.id'],
    ['an address that is none', { chromium: { updateUrl: 'update.xml' } }, 'kitWrong chromium.updateUrl'],
    ['a browser nobody knows', { chromium: update, browsers: ['netscape'] }, 'kitWrong browsers.0'],
    ['a setting nobody knows', { chromium: update, companion: {} }, 'kitUnknown companion'],
    [
      'a companion nobody knows',
      { chromium: update, companions: { profile: true } },
      'kitUnknown companions.profile',
    ],
    [
      'a host that is none',
      { chromium: update, companions: { urlBlocklist: ['a b'] } },
      'kitHostWrong companions.urlBlocklist',
    ],
    [
      'a section where only hosts go',
      { chromium: update, companions: { urlBlocklist: ['a.example/x/*'] } },
      'kitHostWrong companions.urlBlocklist',
    ],
    ['no object at all', 'zero-tolerance', 'kitWrong (config)'],
    ['a policy with an error', { chromium: update, policy: { mode: 'maybe' } }, 'policy '],
  ])('%s makes no files', (_what, raw, problem) => {
    expect(readKitConfig(raw).ok).toBe(false);
    expect(problems(raw)).toContain(problem);
  });

  test.each([
    ['the console alone', { browsers: ['chrome'], platforms: ['google-admin'] }],
    [
      'the console, for a copy whose id the store has not given',
      { browsers: ['chrome'], platforms: ['google-admin'], chromium: { channel: 'chromeWebStore' } },
    ],
    ['Firefox alone', { browsers: ['firefox'], chromium: { channel: 'chromeWebStore' } }],
  ])('%s needs neither an id nor an address of a Chromium copy', (_what, part) => {
    const raw = { ...part, policy: { mode: 'educate' } };
    expect(problems(raw)).toEqual([]);
    expect(problems({ ...raw, browsers: ['chrome'], platforms: ['google-admin', 'linux'] })).not.toEqual([]);
    const texts = [...kitOf(configOf(raw)).values()].map(({ text }) => text).join('\n');
    expect(texts).toContain('educate');
    expect(texts).not.toMatch(/undefined|update_url/);
  });

  test('the console alone: the list of files does not say that the related policies are in it', () => {
    const policy = { mode: 'educate' };
    const readme = kitOf(configOf({ browsers: ['chrome'], platforms: ['google-admin'], policy })).get(
      'README.txt',
    );
    expect(readme?.text).not.toContain(`: ${words.en.deploy('companionOn')}`);
    expect(readme?.text).toContain(
      `${words.en.deploy('privateWindowsTitle')}: ${words.en.deploy('companionConsole')}`,
    );
  });

  test('more hosts than a browser takes are refused', () => {
    const urlBlocklist = Array.from({ length: 1001 }, (_, index) => `h${index}.example`);
    expect(problems({ chromium: update, companions: { urlBlocklist } })).toContain(
      'kitWrong companions.urlBlocklist',
    );
  });
});

test('any input as a configuration gets an answer, and never throws', () => {
  fc.assert(
    fc.property(fc.anything(), fc.anything(), (whole, part) => {
      for (const raw of [whole, { policy: part }, { companions: part }, { chromium: part, policy: whole }]) {
        const read = readKitConfig(raw);
        if (!read.ok) expect(read.problems.some(({ severity }) => severity === 'error')).toBe(true);
      }
    }),
  );
});

describe('the files', () => {
  const kit = kitOf(configOf(workplace));

  test('each says what it is, in the administrator’s language', () => {
    const spanish = kitOf(configOf({ ...workplace, language: 'es' }));
    expect([...spanish.keys()]).toEqual([...kit.keys()]);
    for (const [path, file] of kit) {
      expect(file.what.length, path).toBeGreaterThan(5);
      expect(file.what).not.toMatch(/\{|undefined/);
      expect(spanish.get(path)?.what).not.toBe(file.what);
    }
  });

  test('every file that sets something has one that undoes it', () => {
    for (const [path, { optional }] of kit) {
      if (optional || !/\.(reg|mobileconfig|json)$/.test(path) || path.includes('undo')) continue;
      const base = path.replace(/\/second-thought\.json$/, '').replace(/\.[a-z]+$/, '');
      const undo = [...kit.keys()].filter((other) => other.startsWith(`${base}-undo.`));
      expect(undo, path).toHaveLength(1);
    }
  });

  test('no related policy chosen: only the extension’s own configuration', () => {
    const companions = {
      forceInstall: false,
      privateWindows: 'unchanged',
      profiles: false,
      tampering: false,
    };
    const bare = kitOf(configOf({ policy: { mode: 'educate' }, companions }));
    expect(Object.keys(JSON.parse(bare.get('linux/chrome/second-thought.json')?.text ?? ''))).toEqual([
      '3rdparty',
    ]);
    expect(Object.keys(JSON.parse(bare.get('firefox/policies.json')?.text ?? '').policies)).toEqual([
      '3rdparty',
    ]);
  });

  test('the undo script deletes the file it knows, and leaves a changed one', () => {
    const folder = mkdtempSync(join(tmpdir(), 'kit-'));
    const shipped = kit.get('linux/chrome/second-thought.json')?.text ?? '';
    mkdirSync(join(folder, 'chrome'));
    writeFileSync(join(folder, 'chrome/second-thought.json'), shipped);
    const script = (kit.get('linux/chrome-undo.sh')?.text ?? '').replaceAll(
      '/etc/opt/chrome/policies/managed',
      folder,
    );
    writeFileSync(join(folder, 'undo.sh'), script);
    const installed = join(folder, 'second-thought.json');

    writeFileSync(installed, `${shipped} `);
    expect(spawnSync('sh', [join(folder, 'undo.sh')]).status).toBe(1);
    expect(existsSync(installed)).toBe(true);
    writeFileSync(installed, shipped);
    execFileSync('sh', [join(folder, 'undo.sh')]);
    expect(existsSync(installed)).toBe(false);
    expect(spawnSync('sh', [join(folder, 'undo.sh')], { encoding: 'utf8' })).toMatchObject({
      status: 0,
      stderr: '',
    });
  });

  test('Firefox: the undo script also deletes the file that took the extension away', () => {
    const folder = mkdtempSync(join(tmpdir(), 'kit-'));
    const script = (kit.get('linux/firefox-undo.sh')?.text ?? '').replaceAll('/etc/firefox/policies', folder);
    for (const path of ['firefox/policies.json', 'firefox/policies-undo.json']) {
      mkdirSync(join(folder, 'firefox'), { recursive: true });
      writeFileSync(join(folder, path), kit.get(path)?.text ?? '');
    }
    mkdirSync(join(folder, 'linux'));
    writeFileSync(join(folder, 'linux/firefox-undo.sh'), script);
    const installed = join(folder, 'policies.json');
    const undo = () => spawnSync('sh', [join(folder, 'linux/firefox-undo.sh')]).status;
    for (const path of ['firefox/policies.json', 'firefox/policies-undo.json']) {
      writeFileSync(installed, kit.get(path)?.text ?? '');
      expect(undo(), path).toBe(0);
      expect(existsSync(installed)).toBe(false);
    }
    writeFileSync(installed, '{"policies":{}}');
    expect(undo()).toBe(1);
    expect(existsSync(installed)).toBe(true);
  });

  test('Firefox: each undo file says that the extension stays, and what takes it away', () => {
    const stays = words.en.deploy('firefoxStays');
    for (const path of ['windows/firefox-undo.reg', 'macos/firefox-undo.sh', 'linux/firefox-undo.sh']) {
      expect(kit.get(path)?.what, path).toContain(stays);
      expect(kit.get(path)?.text, path).toMatch(new RegExp(`^[;#] ${stays}\r?$`, 'm'));
    }
    for (const path of ['windows/chrome-undo.reg', 'macos/edge-undo.sh', 'linux/chrome-undo.sh'])
      expect(kit.get(path)?.what, path).not.toContain(stays);
  });

  test('staff are told that searches are covered too, where they are', () => {
    const note = (recognizeSearches: boolean) =>
      staffNote({ recognizeSearches }, wordsOfFiles({ language: 'en' }, words).deploy);
    expect(note(true)).toContain(words.en.deploy('staffSearches'));
    expect(note(false)).not.toContain(words.en.deploy('staffSearches'));
  });

  test('the words name the organization and leave blanks where nothing is known', () => {
    expect(kit.get('words/staff-note.txt')?.text).toContain('Example Works & Co has added Second Thought');
    for (const language of ['en', 'es'] as const) {
      const say = wordsOfFiles({ language }, words).deploy;
      const lengths = STATEMENT_LENGTHS.map((length) => policyStatement(length, {}, say));
      for (const statement of lengths) {
        expect(statement).toContain(say('blankAssistance'));
        expect(statement).not.toMatch(/\{|undefined|!/);
      }
      const [short, medium, long] = lengths.map((statement) => statement.split(/\s+/).length);
      expect(short).toBeLessThan((medium ?? 0) / 2);
      expect(medium).toBeLessThan((long ?? 0) / 2);
    }
  });
});

/** Templates of browsers that read the same file as Chrome, except for the names in it. */
const DERIVED_TEMPLATE = /admx\/.*(?:edge|brave)\.adm[xl]$/;

describe('templates of Edge and Brave', () => {
  const kit = kitOf(configOf(workplace));
  const templates = [...kit.keys()].filter((path) => DERIVED_TEMPLATE.test(path));
  const NAMES = {
    edge: ['Microsoft\\Edge', 'Microsoft Edge'],
    brave: ['BraveSoftware\\Brave', 'Brave'],
  } as const;

  test('there are a template and its words in each language, for both', () => {
    expect(templates.length).toBe(2 * (1 + FULL_LANGUAGES.length));
  });

  test.each(templates)('%s differs from Chrome’s in its own names alone', (path) => {
    const browser = path.includes('edge') ? 'edge' : 'brave';
    const [registry, name] = NAMES[browser];
    const chrome = kit.get(path.replace(browser, 'chrome'))?.text;
    const expected = chrome
      ?.replaceAll('Google\\Chrome', registry)
      .replaceAll('Google Chrome', name)
      .replaceAll('secondthoughtchrome', `secondthought${browser}`)
      .replaceAll('SecondThought.Policies.chrome.', `SecondThought.Policies.${browser}.`);
    expect(kit.get(path)?.text).toBe(expected);
    expect(expected).not.toBe(chrome);
  });
});

describe('golden files', () => {
  const kit = kitOf(configOf(workplace));
  const kept = [...kit.keys()].filter(
    (path) => /chrome|brave|firefox|edge\.|google|README|words/.test(path) && !DERIVED_TEMPLATE.test(path),
  );
  test.each(kept)('%s', async (path) => {
    await expect(kit.get(path)?.text).toMatchFileSnapshot(`../../golden/deploy/workplace/${path}`);
  });
  test('there are no others', () => {
    const listed = execFileSync('find', ['tests/golden/deploy/workplace', '-type', 'f'], {
      encoding: 'utf8',
    });
    const names = listed
      .trim()
      .split('\n')
      .map((path) => path.replace('tests/golden/deploy/workplace/', ''));
    expect(names.sort()).toEqual([...kept].sort());
    expect(readFileSync('tests/golden/deploy/workplace.json', 'utf8')).toContain('"zero-tolerance"');
  });
});
