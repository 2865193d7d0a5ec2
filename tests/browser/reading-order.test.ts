/** In which order a screen reader reads the notice: what this is, the law, the way out, help. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openPage, seeText } from '../../scripts/browser/extension/ask.ts';
import { guardRegistered } from '../../scripts/browser/extension/guard-registered.ts';
import { seeNotice } from '../../scripts/browser/extension/notice-seen.ts';
import { publish, publishingDone, READERS } from '../../scripts/browser/extension/readers.ts';
import { builtExtension, launch } from '../../scripts/browser/open-browser.ts';
import type { Accessible, BrowserSession, Tab } from '../../scripts/browser/session.ts';
import { CHECK_ADDRESS } from '../../scripts/browser/site/listed.ts';
import { type Site, startSite } from '../../scripts/browser/site/site.ts';
import { waitFor } from '../../scripts/browser/wait.ts';

let site: Site;
let browser: BrowserSession;

before(async () => {
  site = await startSite(() => ({ body: '<title>page</title>' }));
  browser = await launch({ port: site.port, extension: builtExtension() });
  await guardRegistered(browser);
  await publishingDone(browser);
});
after(async () => {
  await browser?.close();
  await site?.close();
});

/** What must follow each other, for a reader who sees the law of Georgia. */
type Step = readonly [name: string, is: (node: Accessible) => boolean];
const HEADLINE: Step = ['the headline', ({ role, name }) => role === 'heading' && name !== ''];
const LAW: Step = ['the law', ({ name }) => name.startsWith('In Georgia')];
const LEAVE: Step = ['the way out', ({ role, name }) => role === 'button' && name === 'Leave this page'];
const HELP: Step = ['help', ({ role, name }) => role === 'button' && name === 'Get help'];
const HELPLINE: Step = [
  'the helpline',
  ({ role, name }) => role === 'link' && name.includes('1-888-373-7888'),
];
const WHY: Step = ['why', ({ name }) => name === 'Why am I seeing this?'];

const ORDER: Readonly<Record<keyof typeof READERS, readonly Step[]>> = {
  personal: [HEADLINE, LAW, LEAVE, HELP, HELPLINE, WHY],
  family: [HEADLINE, LEAVE, HELP, HELPLINE, WHY],
  workplace: [HEADLINE, LAW, LEAVE, HELP, HELPLINE, WHY],
};

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

/** The notice has several designs; one of them swaps the columns visually. */
const FACES = [0, 3];

for (const [reader, steps] of Object.entries(ORDER))
  test(`${reader}: ${steps.map(([name]) => name).join(', ')}`, async () => {
    const tab = await openPage(browser, 'notice.html', 'Get help');
    await publish(browser, tab, READERS[reader as keyof typeof READERS], 'US-GA', 'en');
    await browser.open(tab, CHECK_ADDRESS);
    await seeNotice(browser, tab);
    await seeText(browser, tab, 'Why am I seeing this?');
    for (const face of FACES) {
      await browser.evaluate(tab, `void (document.documentElement.dataset.variant = '${face}')`);
      // The accessibility tree follows the page a moment later.
      const places = await waitFor('every step', () => placesOf(tab, steps));
      assert.deepEqual(
        places,
        places.toSorted((one, other) => one - other),
        `face ${face}`,
      );
    }
    await browser.closeTab(tab);
  });
