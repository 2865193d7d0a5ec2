/** Whoever reads only the notice learns within one screen at 1366x768 what this is, what the law says, where help is and how to leave. */
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { guardRegistered } from './harness/guard-registered.ts';
import { BROWSER, builtExtension, launch } from './harness/open-browser.ts';
import type { BrowserSession, Tab } from './harness/session.ts';
import { type Site, startSite } from './harness/site.ts';
import { waitFor } from './harness/wait.ts';

const STATEMENT =
  'Example Works does not allow anyone to buy sex, or to arrange it, on work time or with our devices, networks, vehicles, premises, travel or money. Breaking this rule can lead to dismissal.';

/** What the worker publishes, changed for one reader. */
const READERS: Record<string, object> = {
  personal: {
    audience: { value: 'personal', from: 'user' },
    reason: 'For my daughter, and for the man I want to be when she asks me about it.',
  },
  family: {
    audience: { value: 'family', from: 'user' },
    trustedAdult: 'Aunt Rosa or Mr. Lindqvist from school',
  },
  workplace: {
    managed: true,
    mode: { value: 'zero-tolerance', from: 'policy' },
    audience: { value: 'workplace', from: 'policy' },
    organization: {
      name: 'Example Works',
      statement: STATEMENT,
      policyUrl: 'https://example.com/policy',
      contact: 'People team, extension 1234',
      assistanceName: 'Employee assistance',
      assistancePhone: '555-0100',
    },
    campaign: { name: 'Example County', text: 'Together against exploitation.' },
  },
};

const places = readdirSync('data/law')
  .map((name) => name.replace('.json', ''))
  .filter((code) => !code.includes('XT'));

let site: Site;
let browser: BrowserSession;
let tab: Tab;

before(async () => {
  site = await startSite(() => ({ body: '<title>page</title>' }));
  browser = await launch({ port: site.port, extension: builtExtension() });
  await guardRegistered(browser);
  tab = await browser.newTab();
  await browser.resize(tab, 1366, 768);
  await browser.open(tab, `${browser.base}notice.html`);
  // Once the policy is known the worker publishes no more, and what the test writes stays.
  await waitFor(
    'the policy to be known',
    () =>
      browser.inExtension<boolean>(
        `api.storage.local.get('published').then(({ published }) => published?.effective.policyKnown === true)`.replaceAll(
          'api',
          API,
        ),
      ),
    60_000,
  );
});
after(async () => {
  await browser?.close();
  await site?.close();
});

const API = '(globalThis.browser ?? chrome)';

async function show(reader: object, place: string, language: string): Promise<number> {
  const code = place.split('-');
  const where = { country: code[0], region: code.length > 1 ? place : null, from: 'user' };
  await browser.evaluate(
    tab,
    `${API}.storage.local.get('published').then(({ published }) => ${API}.storage.local.set({ published: {
      ...published, place: ${JSON.stringify(where)},
      effective: { ...published.effective, ...${JSON.stringify(reader)}, language: { value: ${JSON.stringify(language)}, from: 'user' } } } }))`,
  );
  // Firefox answers a reload before the old document is gone: it is marked, so that it cannot be taken for the new one.
  await browser.evaluate(tab, "void (document.documentElement.dataset.old = 'yes')");
  await browser.reload(tab);
  const drawn = `document.documentElement.dataset.old === undefined && document.readyState === 'complete' && document.querySelector('.notice-place') !== null && document.documentElement.dataset.country === '${code[0]}'`;
  await waitFor('the message', () => browser.evaluate<boolean>(tab, drawn));
  return browser.evaluate<number>(tab, 'document.documentElement.scrollHeight - innerHeight');
}

for (const [name, reader] of Object.entries(READERS)) {
  for (const language of ['en', 'es']) {
    test(`${name}, ${language}: every place fits`, async () => {
      const over: string[] = [];
      // The driver of Firefox is slower; every fifth place is enough to see that it lays out like Chromium.
      for (const place of places.filter((_, index) => BROWSER === 'chromium' || index % 5 === 0)) {
        const excess = await show(reader, place, language);
        if (excess > 0) over.push(`${place}: ${excess} px too tall`);
      }
      assert.deepEqual(over, []);
    });
  }
}
