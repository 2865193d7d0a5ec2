/** The browser accepts every regex of the list, in the form in which the static and the dynamic rules carry it. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { builtExtension, launch } from '../../scripts/browser/open-browser.ts';
import type { BrowserSession } from '../../scripts/browser/session.ts';
import { type Site, startSite } from '../../scripts/browser/site/site.ts';
import { readList } from '../../scripts/list/read.ts';
import { compileList } from '../../utils/pattern/compile.ts';

interface Refusal {
  regex: string;
  reason: string;
}

let site: Site;
let browser: BrowserSession;

before(async () => {
  site = await startSite(() => null);
  browser = await launch({ port: site.port, extension: builtExtension() });
});
after(async () => {
  await browser?.close();
  await site?.close();
});

test('every regex of the list is accepted', async () => {
  const list = compileList(readList());
  const covering = [...list.paths, ...list.brands, ...list.names].map(({ regex }) => regex);
  // The dynamic rules go on to the end of the address, so that the redirect can carry all of it.
  const regexes = [...covering, ...covering.map((regex) => `${regex}.*`), ...list.nameExclusions];
  assert.ok(regexes.length > 500);
  const refused = await browser.inExtension<Refusal[]>(`(async () => {
    const refused = [];
    for (const regex of ${JSON.stringify(regexes)}) {
      const answer = await chrome.declarativeNetRequest.isRegexSupported({ regex, isCaseSensitive: false });
      if (!answer.isSupported) refused.push({ regex, reason: answer.reason });
    }
    return refused;
  })()`);
  assert.deepEqual(refused, []);
});
