/**
 * Tests that the welcome page leads each kind of person to settings that fit, and that every step is saved.
 * @vitest-environment happy-dom
 */
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
  said,
  show,
  testTools,
  text,
  type,
  unnamed,
  until,
} from './page.tsx';
import { FINE, startWorker } from './worker.ts';

/** English words by their keys, so that an edited sentence breaks no test. */
const say = {
  welcome: await loadWords('welcome', 'en'),
  controls: await loadWords('controls', 'en'),
};

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
  expect(text()).toContain(say.welcome('heading'));
  await press(button(say.welcome('next')));
  await choose(field<HTMLSelectElement>(say.controls('country')), 'US');
  await choose(field<HTMLSelectElement>(say.controls('region')), 'US-GA');
  await press(button(say.welcome('next')));
  await press(field(say.welcome('firm-zero-tolerance')));
  const reason = field(say.welcome('reason'));
  await type(reason, 'for my daughter');
  await leave(reason);
  await press(field(say.welcome('promise')));
  expect((await worker.store.load()).settings.welcomed).toBe(false);
  await press(button(say.welcome('finish')));
  expect(await worker.choices()).toEqual({
    country: 'US',
    region: 'US-GA',
    mode: 'zero-tolerance',
    reason: 'for my daughter',
    promiseHours: 24,
  });
  expect((await worker.store.load()).settings.welcomed).toBe(true);
  await press(button(say.welcome('tryButton')));
  expect(opened).toEqual(['http://check.second-thought.test/']);
  expect(text()).toContain(say.welcome('limits'));
});

test('for a family: an adult, a PIN, and plain words to the parent', async () => {
  const { worker } = await open();
  await press(field(say.welcome('who-family')));
  await press(button(say.welcome('next')));
  await press(button(say.welcome('next')));
  expect(text()).toContain('It will not show you what was opened.');
  // The person who sets it up for others is not the person whom it would stop.
  expect(text()).not.toContain(say.welcome('searches'));
  expect(field(say.welcome('searchesOthers')).checked).toBe(false);
  await type(field(say.welcome('familyAdult')), 'Aunt Rosa');
  await press(button(say.controls('save')));
  await type(field(say.controls('pinNew')), '2468');
  await type(field(say.controls('pinAgain')), '2468');
  await press(button(say.controls('pinSet')));
  await until(() => text().includes('The PIN is set.'));
  const { settings } = await worker.store.load();
  expect(settings.chosen).toEqual({ audience: 'family', trustedAdult: 'Aunt Rosa' });
  expect(settings.lock).not.toBeNull();
});

test('a PIN that is typed but not set is not taken for one', async () => {
  const { worker } = await open({ chosen: { audience: 'family' } });
  await press(button(say.welcome('next')));
  await press(button(say.welcome('next')));
  await type(field(say.controls('pinNew')), '2468');
  await press(button(say.welcome('finish')));
  expect(text()).toContain('You typed a PIN but did not set it.');
  expect(has(say.welcome('finish'))).toBe(true);
  await type(field(say.controls('pinNew')), '');
  await press(button(say.welcome('finish')));
  expect(text()).toContain(say.welcome('done'));
  expect((await worker.store.load()).settings.lock).toBeNull();
});

test('for a workplace it points to the policy files at once', async () => {
  const { opened } = await open();
  await press(field(say.welcome('who-workplace')));
  await press(button(say.welcome('holdLink')));
  expect(opened).toEqual(['/deploy.html']);
});

test('a guess of the country is shown, so that it can be corrected', async () => {
  await open();
  await press(button(say.welcome('next')));
  const [guess] = field<HTMLSelectElement>(say.controls('country')).options;
  expect(guess?.textContent).toBe('Guess it from this device: Sweden');
});

test('the country changed forgets the region', async () => {
  const { worker } = await open({ chosen: { country: 'US', region: 'US-GA' } });
  await press(button(say.welcome('next')));
  await choose(field<HTMLSelectElement>(say.controls('country')), 'SE');
  expect(await worker.choices()).toEqual({ country: 'SE', region: '' });
  expect(document.getElementById('region')).toBeNull();
});

test('a new step begins at its heading, and one can go back', async () => {
  await open();
  await press(button(say.welcome('next')));
  expect(document.activeElement?.textContent).toBe(say.welcome('where'));
  await press(button(say.welcome('back')));
  expect(document.activeElement?.textContent).toBe(say.welcome('who'));
});

test('it can be skipped: the defaults apply and it is not shown again', async () => {
  const { worker } = await open();
  await press(button(say.welcome('skip')));
  expect(await worker.choices()).toEqual({});
  expect((await worker.store.load()).settings.welcomed).toBe(true);
});

test('a reason that could not be saved on the way to the end is not passed over in silence', async () => {
  const { worker } = await open();
  await press(button(say.welcome('next')));
  await press(button(say.welcome('next')));
  await type(field(say.welcome('reason')), 'for my daughter');
  worker.silent = true;
  await leave(field(say.welcome('reason')));
  await press(button(say.welcome('finish')));
  expect(text()).toContain(say.welcome('done'));
  expect(said()).toBe(say.controls('failed'));
});

test('managed answers are shown and inert', async () => {
  await open({ policy: { audience: 'workplace', organizationName: 'Acme' } });
  expect(field(say.welcome('who-workplace')).checked).toBe(true);
  expect(field(say.welcome('who-personal')).closest('fieldset')?.disabled).toBe(true);
  expect(text()).toContain('Set by Acme');
});

describe('private windows', () => {
  const steps: [BrowserKind, string, boolean][] = [
    ['chrome', say.controls('private-chrome-2'), true],
    ['edge', say.controls('private-edge-2'), true],
    ['firefox', 'At “Run in Private Windows” choose “Allow”.', false],
    ['firefox-android', say.controls('private-firefox-android-2'), false],
    ['safari', 'switch on “Allow in Private Browsing”.', true],
  ];
  test.each(steps)('the exact steps for %s', async (kind, step, opens) => {
    await open({ kind });
    await press(button(say.welcome('skip')));
    expect(text()).toContain(step);
    expect(has(say.controls('privateOpen'))).toBe(opens);
  });

  test('covered after the person switched it on and looked again', async () => {
    const { worker } = await open();
    await press(button(say.welcome('skip')));
    expect(text()).toContain('Private windows are not covered yet.');
    worker.status = FINE;
    await press(button(say.controls('privateCheck')));
    expect(text()).toContain(say.controls('privateCovered'));
    expect(has(say.controls('privateCheck'))).toBe(false);
  });
});

test('coming back from the browser’s own settings is enough', async () => {
  const { worker } = await open();
  await press(button(say.welcome('skip')));
  worker.status = FINE;
  document.dispatchEvent(new Event('visibilitychange'));
  await until(() => text().includes(say.controls('privateCovered')));
});

test('every control of every step has a name and every reference an end', async () => {
  for (const audience of ['personal', 'family', 'workplace'] as const) {
    await open({ chosen: { audience } });
    for (const name of [say.welcome('next'), say.welcome('next'), say.welcome('finish')]) {
      expect(unnamed()).toEqual([]);
      expect(brokenIds()).toEqual([]);
      await press(button(name));
    }
    expect(unnamed()).toEqual([]);
    expect(brokenIds()).toEqual([]);
    expect(document.querySelectorAll('h1')).toHaveLength(1);
  }
});

test('while the worker is saving, a choice is shown as it was made; where it is refused, as it was', async () => {
  const { worker } = await open();
  await press(button(say.welcome('next')));
  await press(button(say.welcome('next')));
  const searches = field(say.welcome('searches'));
  const strict = field(say.welcome('firm-zero-tolerance'));
  await press(field(say.welcome('promise')));
  expect(said()).toBe(say.controls('saved'));
  let answer = () => {};
  worker.held = new Promise((resolve) => {
    answer = resolve;
  });
  // The page is drawn again when the words about the last change disappear.
  await press(searches);
  await press(strict);
  expect([searches.checked, strict.checked]).toEqual([true, true]);
  answer();
  await until(() => said() === say.controls('saved'));
  expect(await worker.choices()).toMatchObject({ mode: 'zero-tolerance', recognizeSearches: true });
  expect([searches.checked, strict.checked]).toEqual([true, true]);

  worker.silent = true;
  await press(searches);
  await until(() => text().includes(say.controls('failed')));
  expect(searches.checked).toBe(true);
});

test('where a policy names several places, only they can be chosen, as on the settings page', async () => {
  await open({ policy: { jurisdictions: ['SE', 'NO'] } });
  await press(button(say.welcome('next')));
  const country = field<HTMLSelectElement>(say.controls('country'));
  expect(country.disabled).toBe(false);
  expect([...country.options].map(({ value }) => value)).toEqual(['', 'SE']);
});
