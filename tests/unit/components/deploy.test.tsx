// @vitest-environment happy-dom
import axe from 'axe-core';
import { expect, test } from 'vitest';
import { Deploy } from '../../../components/deploy/deploy.tsx';
import { ARCHIVE } from '../../../components/deploy/files.tsx';
import { deploymentKit, fileBytes, type KitWords } from '../../../utils/deploy/deployment-kit.ts';
import { type KitConfig, readKitConfig } from '../../../utils/deploy/kit-config.ts';
import { LANGUAGES, type Language } from '../../../utils/policy/types.ts';
import { loadWords } from '../../../utils/words/load.ts';
import {
  brokenIds,
  button,
  choose,
  field,
  has,
  PLACES,
  press,
  settle,
  show,
  text,
  type,
  unnamed,
  until,
} from './page.tsx';

const UPDATE = 'https://intranet.example.com/second-thought/update.xml';

const kitWords = Object.fromEntries(
  await Promise.all(
    LANGUAGES.map(async (language) => [
      language,
      { deploy: await loadWords('deploy', language), policy: await loadWords('policy', language) },
    ]),
  ),
) as KitWords;

function configOf(raw: unknown): KitConfig {
  const read = readKitConfig(raw);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.config;
}

async function open(language: Language = 'en') {
  const saved: { name: string; bytes: Uint8Array }[] = [];
  const [words, controls] = await Promise.all([
    loadWords('deploy-page', language),
    loadWords('controls', language),
  ]);
  await show(
    <Deploy
      language={language}
      places={PLACES}
      words={words}
      controls={controls}
      kitWords={kitWords[language].deploy}
      policyWords={kitWords[language].policy}
      fileWords={kitWords}
      save={(name, bytes) => saved.push({ name, bytes })}
    />,
  );
  return saved;
}

const byId = <E extends HTMLElement = HTMLInputElement>(id: string) =>
  document.getElementById(id) as unknown as E;
const status = () => document.querySelector('.deploy-bar [role=status]')?.textContent ?? '';
const described = (id: string) =>
  (byId(id).getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((one) => document.getElementById(one)?.textContent)
    .join(' ');

async function exported(saved: { name: string; bytes: Uint8Array }[]): Promise<unknown> {
  await press(button('Save the configuration'));
  return JSON.parse(new TextDecoder().decode(saved.at(-1)?.bytes));
}

async function importText(content: string, name = 'kit.json'): Promise<void> {
  const input = document.querySelector('input[type=file]') as HTMLInputElement;
  Object.defineProperty(input, 'files', { value: [new File([content], name)], configurable: true });
  input.dispatchEvent(new Event('change', { bubbles: true }));
  await until(() => text().includes(name));
}

test('an empty form says what is missing, at the field and below, and makes no file', async () => {
  await open();
  expect(status()).toBe('No files yet: 1 thing to put right.');
  expect(byId('chromium-updateUrl').getAttribute('aria-invalid')).toBe('true');
  expect(described('chromium-updateUrl')).toContain('force installation needs the address');
  expect(document.querySelectorAll('.file')).toHaveLength(0);
  expect(button('Save all as one ZIP file').disabled).toBe(true);
});

test('a filled form makes exactly the files of the pure core, and saves their bytes', async () => {
  const saved = await open();
  await type(byId('chromium-updateUrl'), UPDATE);
  await type(byId('policy-organizationName'), 'Example Works');
  await type(byId('policy-policyStatement'), 'Not with our devices.\nNot on our time.');
  await choose(byId<HTMLSelectElement>('policy-recognizeNames'), 'true');
  await type(byId('policy-blockedPatterns'), 'listed.example\n\n=exact.example');
  await until(() => status().endsWith('files made.'));
  const config = (await exported(saved)) as { policy: unknown };
  expect(config.policy).toEqual({
    mode: 'zero-tolerance',
    audience: 'workplace',
    organizationName: 'Example Works',
    policyStatement: 'Not with our devices.\nNot on our time.',
    recognizeNames: true,
    blockedPatterns: ['listed.example', '=exact.example'],
  });
  const files = deploymentKit(configOf(config), kitWords);
  expect(status()).toBe(`${files.length} files made.`);
  const shown = [...document.querySelectorAll('.file-path')].map((path) => path.textContent);
  expect(shown.toSorted()).toEqual(files.map(({ path }) => path).toSorted());
  for (const file of files) {
    const save = document.querySelector(`[aria-label="Save ${file.path}"]`) as HTMLElement;
    save.click();
    expect(saved.at(-1)?.bytes).toEqual(fileBytes(file));
  }
  await press(button('Save all as one ZIP file'));
  expect(saved.at(-1)?.name).toBe(ARCHIVE);
  const undo = document.getElementById('group-undo')?.closest('section');
  const apart = [...(undo?.querySelectorAll('.file-path') ?? [])].map((path) => path.textContent);
  expect(apart).toEqual(files.map(({ path }) => path).filter((path) => path.includes('-undo.')));
});

test('a look inside shows the text of the file', async () => {
  const saved = await open();
  await type(byId('chromium-updateUrl'), UPDATE);
  await until(() => document.querySelector('.file') !== null);
  const files = deploymentKit(configOf(await exported(saved)), kitWords);
  for (const details of document.querySelectorAll('details')) details.open = true;
  await until(() => document.querySelectorAll('.file-text pre').length === files.length);
  for (const part of document.querySelectorAll('.file-text')) {
    const file = files.find(({ path }) => path === part.getAttribute('aria-label'));
    expect(part.querySelector('pre')?.textContent).toBe(file?.text);
  }
});

test('each wrong value is named at its own field, and the rest stays as it was typed', async () => {
  await open();
  await type(byId('chromium-updateUrl'), 'ftp://example.com/update.xml');
  await type(byId('policy-policyUrl'), 'intranet');
  await type(byId('policy-continueDelaySeconds'), '601');
  await type(byId('policy-jurisdictions'), 'US-GA\nAtlantis');
  await type(byId('policy-campaignFrom'), '2027-02-01');
  await type(byId('policy-campaignUntil'), '2027-01-01');
  await type(byId('companions-urlBlocklist'), 'a host');
  for (const id of [
    'chromium-updateUrl',
    'policy-policyUrl',
    'policy-continueDelaySeconds',
    'policy-jurisdictions',
    'policy-campaignUntil',
  ]) {
    // The source has the wrong form, so the rest is only checked once it is right.
    if (id !== 'chromium-updateUrl') await type(byId('chromium-updateUrl'), UPDATE);
    await until(() => byId(id).getAttribute('aria-invalid') === 'true');
  }
  expect(described('policy-policyUrl')).toContain('Address of the full policy: a web address');
  expect(described('policy-jurisdictions')).toContain('Atlantis');
  expect(byId('policy-jurisdictions').value).toBe('US-GA\nAtlantis');
  expect(described('companions-urlBlocklist')).toContain('“a host” is not a host name');
  expect(document.querySelectorAll('.file')).toHaveLength(0);
  const links = [...document.querySelectorAll<HTMLAnchorElement>('#files .problem a')];
  expect(links.length).toBe(5);
  for (const link of links) expect(document.querySelector(link.hash)).not.toBeNull();
});

test('a file that cannot be read leaves the form alone; one with strangers in it names them, and there is a way back', async () => {
  const saved = await open();
  await type(byId('policy-organizationName'), 'Typed before');
  await importText('{"policy":', 'broken.json');
  expect(text()).toContain('“broken.json” was not opened: it is not JSON.');
  expect(byId('policy-organizationName').value).toBe('Typed before');
  await importText('{"polcy":{},"policy":{"organizationName":"From the file","mode":"strict"}}', 'odd.json');
  expect(text()).toContain('1 value has no place in the form and was left out:');
  expect(text()).toContain('polcy: {}');
  expect(byId('policy-organizationName').value).toBe('From the file');
  expect(byId('policy-mode').value).toBe('strict');
  await until(() => byId('policy-mode').getAttribute('aria-invalid') === 'true');
  await press(button('Back to the form as it was'));
  expect(byId('policy-organizationName').value).toBe('Typed before');
  expect(has('Back to the form as it was')).toBe(false);
  expect(await exported(saved)).toMatchObject({ policy: { organizationName: 'Typed before' } });
});

test('a place is added by name', async () => {
  await open();
  await choose(byId<HTMLSelectElement>('country'), 'US');
  await choose(byId<HTMLSelectElement>('region'), 'US-GA');
  await press(button('Add this place'));
  expect(byId('policy-jurisdictions').value).toBe('US-GA');
  expect(text()).toContain('These codes mean: Georgia, United States.');
});

test('the way to the preview carries the policy as it is typed, without lists of sites', async () => {
  await open();
  await type(byId('policy-organizationName'), 'Example Works');
  await type(byId('policy-blockedPatterns'), 'listed.example');
  const link = [...document.querySelectorAll('a')].find(
    (one) => one.textContent === 'Show me what they will see',
  );
  const address = decodeURIComponent(link?.getAttribute('href') ?? '');
  expect(address).toMatch(/^\/preview\.html#/);
  expect(address).toContain('Example Works');
  expect(address).not.toContain('listed.example');
});

test.each(LANGUAGES)(
  '%s: every companion has its price, every control a name, and axe finds nothing',
  async (language) => {
    await open(language);
    document.documentElement.lang = language;
    document.title = 'Under test';
    const price = language === 'en' ? 'Price: ' : 'Precio: ';
    expect(text().split(price).length - 1).toBe(6);
    await type(byId('policy-policyUrl'), 'intranet');
    await press(byId('edge-own'));
    expect(unnamed()).toEqual([]);
    expect(brokenIds()).toEqual([]);
    const { violations } = await axe.run(document, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual([]);
  },
);

test('two fields that change in one moment, as a password manager or a script fills them, both count', async () => {
  const saved = await open();
  for (const [id, value] of [
    ['policy-organizationName', 'Example Works'],
    ['policy-contactText', 'People Office'],
  ] as const) {
    byId(id).value = value;
    byId(id).dispatchEvent(new Event('input', { bubbles: true }));
  }
  await settle();
  expect(await exported(saved)).toMatchObject({
    policy: { organizationName: 'Example Works', contactText: 'People Office' },
  });
});

test('choosing less makes fewer files', async () => {
  await open();
  for (const name of ['Microsoft Edge', 'Firefox', 'Windows', 'macOS']) await press(field(name));
  await type(byId('chromium-updateUrl'), UPDATE);
  await until(() => status().endsWith('files made.'));
  const shown = [...document.querySelectorAll('.file-path')].map((path) => path.textContent);
  expect(shown.filter((path) => path?.includes('/') && !path.startsWith('words/'))).toEqual([
    'linux/chrome/second-thought.json',
    'linux/chrome-undo.sh',
  ]);
});
