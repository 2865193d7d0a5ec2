/** Tests the order in which a screen reader reads the notice: what this is, the law, the way out, help. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { seeText } from '../../scripts/browser/extension/ask.ts';
import { guardRegistered } from '../../scripts/browser/extension/guard-registered.ts';
import { READERS, snapshotWritten, storeReader } from '../../scripts/browser/extension/reader-snapshots.ts';
import { builtExtension, launch } from '../../scripts/browser/open-browser.ts';
import type { Accessible, BrowserSession, Tab } from '../../scripts/browser/session.ts';
import { CHECK_ADDRESS } from '../../scripts/browser/site/listed.ts';
import { type Site, startSite } from '../../scripts/browser/site/site.ts';
import { waitFor } from '../../scripts/browser/wait.ts';
import { readLaws } from '../../scripts/facts/read-data.ts';
import { readWords } from '../../scripts/read-words.ts';
import type { Language } from '../../utils/words/languages.ts';

let site: Site;
let browser: BrowserSession;

before(async () => {
  site = await startSite(() => ({ body: '<title>page</title>' }));
  browser = await launch({ port: site.port, extension: builtExtension() });
  await guardRegistered(browser);
  await snapshotWritten(browser);
});
after(async () => {
  await browser?.close();
  await site?.close();
});

type Step = readonly [name: string, is: (node: Accessible) => boolean];

interface Told {
  reader: keyof typeof READERS;
  language: Language;
  place: string;
  /** The main helpline of the place. */
  number: string;
}

const GEORGIA = { language: 'en', place: 'US-GA', number: '1-888-373-7888' } as const;

/** The order is the same in a right-to-left language, and in one without spaces between words. */
const TOLD: readonly Told[] = [
  { reader: 'personal', ...GEORGIA },
  { reader: 'family', ...GEORGIA },
  { reader: 'workplace', ...GEORGIA },
  { reader: 'personal', language: 'he', place: 'IL', number: '118' },
  { reader: 'personal', language: 'ko', place: 'KR', number: '1366' },
];

/** @returns what must follow each other. */
function stepsOf({ reader, language, place, number }: Told): Step[] {
  const say = readWords('notice', language);
  const [law = ''] =
    readLaws(language)
      .find(({ code }) => code === place)
      ?.plain?.split(',') ?? [];
  assert.notEqual(law, '', `${place} has no law in ${language}`);
  const laws: Step[] = [['the law', ({ name }) => name.startsWith(law)]];
  return [
    ['the headline', ({ role, name }) => role === 'heading' && name !== ''],
    // A family sees no law.
    ...(reader === 'family' ? [] : laws),
    ['the way out', ({ role, name }) => role === 'button' && name === say('leave')],
    ['help', ({ role, name }) => role === 'button' && name === say('help')],
    ['the helpline', ({ role, name }) => role === 'link' && name.includes(number)],
    ['why', ({ name }) => name === say('why')],
  ];
}

async function placesOf(tab: Tab, steps: readonly Step[]): Promise<number[]> {
  const nodes = await browser.accessible(tab);
  return steps.map(([name, is]) => {
    const place = nodes.findIndex(is);
    assert.notEqual(
      place,
      -1,
      `${name} is not there: ${nodes.map((node) => `${node.role} ${node.name}`).join(' | ')}`,
    );
    return place;
  });
}

/** The notice has several designs. One of them swaps the columns visually. */
const FACES = [0, 3];

for (const told of TOLD) {
  const { reader, language, place } = told;
  const steps = stepsOf(told);
  test(`${reader} in ${language}: ${steps.map(([name]) => name).join(', ')}`, async () => {
    const say = readWords('notice', language);
    const tab = await browser.newTab();
    await browser.open(tab, `${browser.base}notice.html`);
    await storeReader(browser, READERS[reader], place, language);
    await browser.open(tab, CHECK_ADDRESS);
    await seeText(browser, tab, say('why'));
    for (const face of FACES) {
      await browser.evaluate(tab, `void (document.documentElement.dataset.variant = '${face}')`);
      // The browser updates the accessibility tree a moment after the page.
      const places = await waitFor('every step', () => placesOf(tab, steps));
      assert.deepEqual(
        places,
        places.toSorted((one, other) => one - other),
        `face ${face}`,
      );
    }
    await browser.closeTab(tab);
  });
}
