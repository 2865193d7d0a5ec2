// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { Welcome } from '../../../components/welcome/welcome.tsx';
import type { BrowserKind } from '../../../utils/settings/page-tools.ts';
import type { Chosen } from '../../../utils/settings/schema.ts';
import { loadWords } from '../../../utils/words/load.ts';
import {
  brokenIds,
  button,
  choose,
  field,
  has,
  leave,
  PLACES,
  press,
  show,
  testTools,
  text,
  type,
  unnamed,
  until,
} from './page.tsx';
import { FINE, startWorker } from './worker.ts';

interface Opening {
  chosen?: Chosen;
  policy?: Record<string, unknown>;
  kind?: BrowserKind;
  covered?: boolean;
}

async function open({ chosen = {}, policy = {}, kind = 'chrome', covered = false }: Opening = {}) {
  const worker = await startWorker(chosen, policy);
  worker.status = { ...FINE, privateWindows: covered ? 'covered' : 'not-covered' };
  const browser = testTools({ kind, ...(kind.startsWith('firefox') && { openOwnEntry: null }) });
  await show(
    <Welcome
      client={worker.client}
      tools={browser.tools}
      places={PLACES}
      words={await loadWords('welcome', 'en')}
      controls={await loadWords('controls', 'en')}
    />,
  );
  return { worker, ...browser };
}

test('for me: three steps, each saved, then a working try-out', async () => {
  const { worker, opened } = await open();
  expect(text()).toContain('It is already on');
  await press(button('Next'));
  await choose(field<HTMLSelectElement>('Country'), 'US');
  await choose(field<HTMLSelectElement>('State, province or nation'), 'US-GA');
  await press(button('Next'));
  await press(field('Zero tolerance'));
  const reason = field('A reason in your own words (optional)');
  await type(reason, 'for my daughter');
  await leave(reason);
  await press(field('Wait a day before I can weaken it'));
  expect((await worker.store.load()).settings.welcomed).toBe(false);
  await press(button('Finish'));
  expect(await worker.choices()).toEqual({
    country: 'US',
    region: 'US-GA',
    mode: 'zero-tolerance',
    reason: 'for my daughter',
    promiseHours: 24,
  });
  expect((await worker.store.load()).settings.welcomed).toBe(true);
  await press(button('Open the test address'));
  expect(opened).toEqual(['http://check.second-thought.test/']);
  expect(text()).toContain('What it cannot do');
});

test('for a family: an adult, a PIN, and plain words to the parent', async () => {
  const { worker } = await open();
  await press(field('For my family'));
  await press(button('Next'));
  await press(button('Next'));
  expect(text()).toContain('It will not show you what was opened.');
  await type(field('A trusted adult to talk to (optional)'), 'Aunt Rosa');
  await press(button('Save'));
  await type(field('New PIN'), '2468');
  await type(field('The same PIN again'), '2468');
  await press(button('Set the PIN'));
  await until(() => text().includes('The PIN is set.'));
  const { settings } = await worker.store.load();
  expect(settings.chosen).toEqual({ audience: 'family', trustedAdult: 'Aunt Rosa' });
  expect(settings.lock).not.toBeNull();
});

test('a PIN that is typed but not set is not taken for one', async () => {
  const { worker } = await open({ chosen: { audience: 'family' } });
  await press(button('Next'));
  await press(button('Next'));
  await type(field('New PIN'), '2468');
  await press(button('Finish'));
  expect(text()).toContain('You typed a PIN but did not set it.');
  expect(has('Finish')).toBe(true);
  await type(field('New PIN'), '');
  await press(button('Finish'));
  expect(text()).toContain('You are ready');
  expect((await worker.store.load()).settings.lock).toBeNull();
});

test('for a workplace it points to the policy files at once', async () => {
  const { opened } = await open();
  await press(field('For my workplace'));
  await press(button('Make policy files'));
  expect(opened).toEqual(['/deploy.html']);
});

test('a guess of the country is shown, so that it can be corrected', async () => {
  await open();
  await press(button('Next'));
  const [guess] = field<HTMLSelectElement>('Country').options;
  expect(guess?.textContent).toBe('Guess it from this device: Sweden');
});

test('the country changed forgets the region', async () => {
  const { worker } = await open({ chosen: { country: 'US', region: 'US-GA' } });
  await press(button('Next'));
  await choose(field<HTMLSelectElement>('Country'), 'SE');
  expect(await worker.choices()).toEqual({ country: 'SE', region: '' });
  expect(document.getElementById('region')).toBeNull();
});

test('a new step begins at its heading, and one can go back', async () => {
  await open();
  await press(button('Next'));
  expect(document.activeElement?.textContent).toBe('Where do you live?');
  await press(button('Back'));
  expect(document.activeElement?.textContent).toBe('Who is it for?');
});

test('it can be skipped: the defaults stand and it does not come again', async () => {
  const { worker } = await open();
  await press(button('Skip, and use the defaults'));
  expect(await worker.choices()).toEqual({});
  expect((await worker.store.load()).settings.welcomed).toBe(true);
});

test('managed answers are shown and inert', async () => {
  await open({ policy: { audience: 'workplace', organizationName: 'Acme' } });
  expect(field('For my workplace').checked).toBe(true);
  expect(field('For me').closest('fieldset')?.disabled).toBe(true);
  expect(text()).toContain('Set by Acme');
});

describe('private windows', () => {
  const steps: [BrowserKind, string, boolean][] = [
    ['chrome', 'Switch on “Allow in Incognito”.', true],
    ['edge', 'Switch on “Allow in InPrivate”.', true],
    ['firefox', 'At “Run in Private Windows” choose “Allow”.', false],
    ['firefox-android', 'Switch on “Run in private browsing”.', false],
    ['safari', 'switch on “Allow in Private Browsing”.', true],
  ];
  test.each(steps)('the exact steps for %s', async (kind, step, opens) => {
    await open({ kind });
    await press(button('Skip, and use the defaults'));
    expect(text()).toContain(step);
    expect(has('Open the extension’s page')).toBe(opens);
  });

  test('covered after the person switched it on and looked again', async () => {
    const { worker } = await open();
    await press(button('Skip, and use the defaults'));
    expect(text()).toContain('Private windows are not covered yet.');
    worker.status = FINE;
    await press(button('Check again'));
    expect(text()).toContain('Private windows are covered.');
    expect(has('Check again')).toBe(false);
  });
});

test('coming back from the browser’s own settings is enough', async () => {
  const { worker } = await open();
  await press(button('Skip, and use the defaults'));
  worker.status = FINE;
  document.dispatchEvent(new Event('visibilitychange'));
  await until(() => text().includes('Private windows are covered.'));
});

test('every control of every step has a name and every reference an end', async () => {
  for (const audience of ['personal', 'family', 'workplace'] as const) {
    await open({ chosen: { audience } });
    for (const name of ['Next', 'Next', 'Finish']) {
      expect(unnamed()).toEqual([]);
      expect(brokenIds()).toEqual([]);
      await press(button(name));
    }
    expect(unnamed()).toEqual([]);
    expect(brokenIds()).toEqual([]);
    expect(document.querySelectorAll('h1')).toHaveLength(1);
  }
});
