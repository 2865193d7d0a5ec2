/**
 * Tests that axe finds nothing wrong with the settings, the popup and the welcome page, in every full language and in each of their states.
 * @vitest-environment happy-dom
 */
import axe from 'axe-core';
import { expect, test } from 'vitest';
import { Continue } from '../../../components/notice/continue.tsx';
import { Popup } from '../../../components/popup/popup.tsx';
import { Welcome } from '../../../components/welcome/welcome.tsx';
import { FULL_LANGUAGES } from '../../../utils/words/languages.ts';
import { loadWords } from '../../../utils/words/load.ts';
import { showOptions } from './options-page.tsx';
import { button, field, PLACES, press, show, testTools, type } from './page.tsx';
import { FINE, startWorker } from './worker.ts';

/** English words by their keys, so that an edited sentence breaks no test. */
const say = {
  welcome: await loadWords('welcome', 'en'),
};

/** @returns what axe finds without layout: names, roles, references, order of headings, landmarks. Contrast needs a browser. */
async function found(): Promise<string[]> {
  document.documentElement.lang = 'en';
  document.title = 'Under test';
  const { violations } = await axe.run(document, { rules: { 'color-contrast': { enabled: false } } });
  return [
    ...violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`)),
    ...saidTwice(),
  ];
}

/** @returns controls whose hint is in the label around them, which is their name, and describes them as well: it is read twice. */
function saidTwice(): string[] {
  return [...document.querySelectorAll('label [aria-describedby]:not([aria-labelledby])')]
    .filter((control) => {
      const hints = control.getAttribute('aria-describedby')?.split(' ') ?? [];
      return hints.some((id) => control.closest('label')?.contains(document.getElementById(id)));
    })
    .map((control) => `said twice: ${control.outerHTML}`);
}

const managed = { mode: 'zero-tolerance', organizationName: 'Acme', continueDelaySeconds: 'soon' };

test('the check itself finds a field without a name', async () => {
  document.body.innerHTML = '<main><h1>A</h1><input type="text" /></main>';
  expect((await found()).join()).toContain('label');
});

test.each([
  ['personal, nothing chosen', {}, {}],
  ['family', { audience: 'family', blockedPatterns: ['x y'] }, {}],
  ['managed with errors', {}, managed],
] as const)('options, %s', async (_, chosen, policy) => {
  for (const language of FULL_LANGUAGES) {
    const worker = await startWorker({ ...chosen } as never, policy);
    worker.status = { ...FINE, problems: ['rules'], privateWindows: 'not-covered' };
    await showOptions(worker, language);
    expect(await found()).toEqual([]);
  }
});

test('options, while the PIN is asked for', async () => {
  const worker = await startWorker({ mode: 'zero-tolerance' });
  await worker.client.ask('pin/set', { newPin: '2468' });
  await showOptions(worker);
  await press(field(say.welcome('firm-educate')));
  await type(field('PIN'), '0000');
  expect(await found()).toEqual([]);
});

test('welcome, every step', async () => {
  for (const audience of ['personal', 'family', 'workplace'] as const) {
    const worker = await startWorker({ audience });
    worker.status = { ...FINE, privateWindows: 'not-covered' };
    await show(
      <Welcome
        client={worker.client}
        tools={testTools().tools}
        places={PLACES}
        words={await loadWords('welcome', 'en')}
        controls={await loadWords('controls', 'en')}
      />,
    );
    for (const name of [say.welcome('next'), say.welcome('next'), say.welcome('finish')]) {
      expect(await found()).toEqual([]);
      await press(button(name));
    }
    expect(await found()).toEqual([]);
  }
});

test('the way to continue from a notice, with a line to write and a PIN', async () => {
  const words = await loadWords('notice', 'en');
  await show(
    <main>
      <h1>Notice</h1>
      <Continue
        state={{ kind: 'ready', pin: true }}
        language="en"
        words={words}
        label={words('continue')}
        writeLine={true}
        ask={async () => ({ granted: false, why: 'failed' })}
      />
    </main>,
  );
  expect(await found()).toEqual([]);
});

test('popup, on and red', async () => {
  for (const problems of [[], ['host-access' as const]]) {
    const worker = await startWorker();
    worker.status = { ...FINE, problems, privateWindows: 'not-covered' };
    await show(
      <Popup
        client={worker.client}
        tools={testTools().tools}
        words={await loadWords('popup', 'en')}
        tabId={null}
        isPrivate={false}
      />,
    );
    expect(await found()).toEqual([]);
  }
});
