/**
 * Tests that the form for policy files names each mistake at its own field and keeps what was typed.
 * @vitest-environment happy-dom
 */
import { expect, test } from 'vitest';
import { loadWords } from '../../../utils/words/load.ts';
import { byId, described, exported, importText, open, status, UPDATE } from './deploy-form.tsx';
import { button, has, press, settle, text, type, until } from './page.tsx';

/** English words by their keys, so that an edited sentence breaks no test. */
const say = {
  deployPage: await loadWords('deploy-page', 'en'),
};

test('an empty form says what is missing, at the field and below, and makes no file', async () => {
  await open();
  expect(status()).toBe('No files yet: 1 problem to fix.');
  expect(byId('chromium-updateUrl').getAttribute('aria-invalid')).toBe('true');
  expect(described('chromium-updateUrl')).toContain('force installation needs the address');
  expect(document.querySelectorAll('.file')).toHaveLength(0);
  expect(button(say.deployPage('saveAll')).disabled).toBe(true);
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
    // The source has the wrong form at first, and the rest is only checked once the source is right.
    if (id !== 'chromium-updateUrl') await type(byId('chromium-updateUrl'), UPDATE);
    await until(() => byId(id).getAttribute('aria-invalid') === 'true');
  }
  expect(described('policy-policyUrl')).toContain('Address of the full policy: expected a web address');
  expect(described('policy-jurisdictions')).toContain('Atlantis');
  expect(byId('policy-jurisdictions').value).toBe('US-GA\nAtlantis');
  expect(described('companions-urlBlocklist')).toContain('“a host” is not a host name');
  expect(document.querySelectorAll('.file')).toHaveLength(0);
  const links = [...document.querySelectorAll<HTMLAnchorElement>('#files .problem a')];
  expect(links.length).toBe(5);
  for (const link of links) expect(document.querySelector(link.hash)).not.toBeNull();
});

test('a file that cannot be read leaves the form alone; one with unknown keys names them, and opening it can be undone', async () => {
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
  await press(button(say.deployPage('importBack')));
  expect(byId('policy-organizationName').value).toBe('Typed before');
  expect(has(say.deployPage('importBack'))).toBe(false);
  expect(await exported(saved)).toMatchObject({ policy: { organizationName: 'Typed before' } });
});

test('a configuration that is not UTF-8 is not opened: line and column are named, and the form stays', async () => {
  await open();
  await importText(Uint8Array.from([...'{\n "a": "Café"\n}'].map((one) => one.charCodeAt(0))), 'latin.json');
  expect(text()).toContain('“latin.json” was not opened: byte 0xE9 in line 2, column 11 is not UTF-8.');
});

test('of two configurations the one that was chosen last is opened, however long the other takes to be read', async () => {
  await open();
  const input = document.querySelector('#begin input[type=file]') as HTMLInputElement;
  const pick = (name: string, bytes: Promise<ArrayBuffer>) => {
    Object.defineProperty(input, 'files', {
      value: [{ name, arrayBuffer: () => bytes }],
      configurable: true,
    });
    Object.defineProperty(input, 'value', { set: () => {}, get: () => '', configurable: true });
    input.dispatchEvent(new Event('change', { bubbles: true }));
  };
  const bytesOf = (name: string) =>
    new TextEncoder().encode(JSON.stringify({ policy: { organizationName: name } })).buffer;
  let arrive = (_: ArrayBuffer) => {};
  pick(
    'slow.json',
    new Promise((resolve) => {
      arrive = resolve;
    }),
  );
  pick('newer.json', Promise.resolve(bytesOf('Newer')));
  await until(() => byId('policy-organizationName').value === 'Newer');
  arrive(bytesOf('Slow'));
  await settle();
  expect(byId('policy-organizationName').value).toBe('Newer');
});
