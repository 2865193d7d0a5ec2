/**
 * Tests that the form for policy files makes exactly the files that the pure core makes from what was filled in.
 * @vitest-environment happy-dom
 */
import axe from 'axe-core';
import { expect, test } from 'vitest';
import { ARCHIVE } from '../../../components/deploy/files.tsx';
import { deploymentKit } from '../../../utils/deploy/deployment-kit.ts';
import { fileBytes } from '../../../utils/deploy/kit-file.ts';
import { FULL_LANGUAGES } from '../../../utils/words/languages.ts';
import { loadWords } from '../../../utils/words/load.ts';
import { byId, configOf, exported, kitWords, open, status, UPDATE, untilMade } from './deploy-form.tsx';
import { brokenIds, button, choose, field, press, settle, text, type, unnamed, until } from './page.tsx';

/** English words by their keys, so that an edited sentence breaks no test. */
const say = {
  deployPage: await loadWords('deploy-page', 'en'),
};

test('a filled form makes exactly the files of the pure core, and saves their bytes', async () => {
  const saved = await open();
  await type(byId('chromium-updateUrl'), UPDATE);
  await type(byId('policy-organizationName'), 'Example Works');
  await type(byId('policy-policyStatement'), 'Not with our devices.\nNot on our time.');
  await choose(byId<HTMLSelectElement>('policy-recognizeNames'), 'true');
  await type(byId('policy-blockedPatterns'), 'listed.example\n\n=exact.example');
  await untilMade();
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
  await press(button(say.deployPage('saveAll')));
  expect(saved.at(-1)?.name).toBe(ARCHIVE);
  const undo = document.getElementById('group-undo')?.closest('section');
  const apart = [...(undo?.querySelectorAll('.file-path') ?? [])].map((path) => path.textContent);
  expect(apart).toEqual(files.map(({ path }) => path).filter((path) => path.includes('-undo.')));
});

test('a host with = in the block list stays one host: in the field, in the configuration and in the files', async () => {
  const saved = await open();
  await type(byId('chromium-updateUrl'), UPDATE);
  await type(byId('companions-urlBlocklist'), '=www.example.com\nexample.org');
  await untilMade();
  const config = (await exported(saved)) as { companions: { urlBlocklist: string[] } };
  expect(config.companions.urlBlocklist).toEqual(['=www.example.com', 'example.org']);
  const path = 'linux/chrome/second-thought.json';
  (document.querySelector(`[aria-label="Save ${path}"]`) as HTMLElement).click();
  const file = JSON.parse(new TextDecoder().decode(saved.at(-1)?.bytes));
  expect(file.URLBlocklist).toEqual(['.www.example.com', 'example.org']);
});

test('what is saved right after a keystroke is what the form says by then, not at the pause before', async () => {
  const saved = await open();
  await type(byId('chromium-updateUrl'), UPDATE);
  await type(byId('policy-organizationName'), 'First Name');
  await untilMade();
  const path = 'linux/chrome/second-thought.json';
  const row = document.querySelector(`[aria-label="Save ${path}"]`) as HTMLElement;
  const archive = button(say.deployPage('saveAll'));
  await type(byId('policy-organizationName'), 'Second Name');
  row.click();
  expect(new TextDecoder().decode(saved.at(-1)?.bytes)).toContain('Second Name');
  archive.click();
  expect(new TextDecoder().decode(saved.at(-1)?.bytes)).toContain('Second Name');
  expect(new TextDecoder().decode(saved.at(-1)?.bytes)).not.toContain('First Name');
});

test('nothing is saved right after the form has become wrong', async () => {
  const saved = await open();
  await type(byId('chromium-updateUrl'), UPDATE);
  await untilMade();
  const archive = button(say.deployPage('saveAll'));
  await type(byId('chromium-updateUrl'), 'no address');
  archive.click();
  expect(saved).toEqual([]);
});

test('the preview of a file shows its text', async () => {
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

test('a place is added by name', async () => {
  await open();
  await choose(byId<HTMLSelectElement>('country'), 'US');
  await choose(byId<HTMLSelectElement>('region'), 'US-GA');
  await press(button(say.deployPage('addPlace')));
  expect(byId('policy-jurisdictions').value).toBe('US-GA');
  expect(text()).toContain('These codes mean: Georgia, United States.');
});

test('the way to the preview carries the policy as it is typed, without lists of sites', async () => {
  await open();
  await type(byId('policy-organizationName'), 'Example Works');
  await type(byId('policy-blockedPatterns'), 'listed.example');
  const link = [...document.querySelectorAll('a')].find(
    (one) => one.textContent === say.deployPage('preview'),
  );
  const address = decodeURIComponent(link?.getAttribute('href') ?? '');
  expect(address).toMatch(/^preview\.html#/);
  expect(address).toContain('Example Works');
  expect(address).not.toContain('listed.example');
});

test.each(FULL_LANGUAGES)(
  '%s: every related policy has its price, every control a name, and axe finds nothing',
  async (language) => {
    await open(language);
    document.documentElement.lang = language;
    document.title = 'Under test';
    const price = (await loadWords('deploy-page', language))('price', { price: '' });
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
  await untilMade();
  const shown = [...document.querySelectorAll('.file-path')].map((path) => path.textContent);
  expect(shown.filter((path) => path?.includes('/') && !path.startsWith('words/'))).toEqual([
    'linux/chrome/second-thought.json',
    'detect/linux-chrome.sh',
    'detect/osquery-pack.conf',
    'linux/chrome-undo.sh',
  ]);
});
