/** What any redirect costs the browser: a rule like ours that leads to the floor page, compared with the floor and with the notice. */
import { guardRegistered } from '../../scripts/browser/extension/guard-registered.ts';
import { launch } from '../../scripts/browser/open-browser.ts';
import type { BrowserSession } from '../../scripts/browser/session.ts';
import { listedHosts } from '../../scripts/browser/site/listed.ts';
import type { Site } from '../../scripts/browser/site/site.ts';
import { inTurn, type NoticeTimes } from './notice-time.ts';
import { paintTime } from './paint.ts';
import { reached } from './reached.ts';
import { ANY_NOTICE, READERS_NOTICE } from './reader.ts';
import { settleIn } from './settle-in.ts';
import { copyOf, FLOOR_PAGE } from './test-builds.ts';

const FROM = 'https://bare-redirect.test/';
const FROM_ANY = 'https://any-place.test/';
const [host = ''] = listedHosts(1);

/** @param runs - pairs of each kind (Chromium). */
export async function bareRedirect(build: string, site: Site, runs: number): Promise<NoticeTimes> {
  const copy = copyOf(build);
  const browser = await launch({ port: site.port, extension: copy.folder }, 'chromium');
  try {
    await guardRegistered(browser);
    await settleIn(browser);
    await redirectTo(browser, FROM, FLOOR_PAGE);
    await redirectTo(browser, FROM_ANY, ANY_NOTICE);
    const tab = await browser.newTab();
    const page = (address: string, arrival: string) => () =>
      paintTime(browser, tab, address, browser.base + arrival);
    const floor = page(browser.base + FLOOR_PAGE, FLOOR_PAGE);
    const bare = page(FROM, FLOOR_PAGE);
    const notice = page(`https://${host}/`, READERS_NOTICE);
    const anyNotice = page(FROM_ANY, ANY_NOTICE);
    site.forget();
    const beside = 'notice, beside the floor page behind a bare redirect';
    const pairs = {
      'floor page behind a bare redirect, beside the floor': await inTurn(runs, bare, floor),
      [beside]: await inTurn(runs, notice, bare),
      'notice for any place, beside the same': await inTurn(runs, anyNotice, bare),
    };
    return { pairs, reached: { [beside]: reached(site, host, runs + 1) }, missing: [] };
  } finally {
    await browser.close();
    copy.remove();
  }
}

/** A rule of the same kind as ours. */
function redirectTo(browser: BrowserSession, from: string, to: string): Promise<unknown> {
  const condition = {
    requestDomains: [new URL(from).hostname],
    regexFilter: '^https?://.*',
    resourceTypes: ['main_frame'],
  };
  const redirect = { regexSubstitution: `${browser.base}${to}#\\0` };
  // Above all of ours, the allowlist included.
  const id = to === FLOOR_PAGE ? 1_000_000 : 1_000_001;
  const rule = { id, priority: 1_000, action: { type: 'redirect', redirect }, condition };
  return browser.inExtension(
    `chrome.declarativeNetRequest.updateSessionRules({ addRules: [${JSON.stringify(rule)}] }).then(() => true)`,
  );
}
