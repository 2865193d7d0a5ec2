/**
 * Tests that the browser accepts every regex of the list, in the form that its rules contain, together with 300 of a person's own
 * patterns.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { policyKnown } from '../../scripts/browser/extension/ask.ts';
import { guardRegistered } from '../../scripts/browser/extension/guard-registered.ts';
import { BROWSER, builtExtension, launch } from '../../scripts/browser/open-browser.ts';
import type { BrowserSession } from '../../scripts/browser/session.ts';
import { type Site, startSite } from '../../scripts/browser/site/site.ts';
import { readList } from '../../scripts/list/read.ts';
import { compileList } from '../../utils/pattern/compile.ts';
import { type DnrRule, numberRules } from '../../utils/pattern/dnr.ts';
import { RULESETS } from '../../utils/pattern/registry.ts';
import { dynamicRules, staticRules } from '../../utils/pattern/rules.ts';

interface Refusal {
  regex: string;
  reason: string;
}

/** How many are asked about in one message, so that a slow machine answers each message in time. */
const BATCH = 250;
/** How many a person's own patterns may need, in addition to a list with everything switched on. */
const OWN = 300;

let site: Site;
let browser: BrowserSession;
const list = compileList(readList());

before(async () => {
  site = await startSite(() => null);
  browser = await launch({ port: site.port, extension: builtExtension() });
});
after(async () => {
  await browser?.close();
  await site?.close();
});

const dotted = BROWSER === 'firefox';

function packagedRules() {
  const destination = { kind: 'page', path: '/notice.html' } as const;
  return RULESETS.flatMap((set) => staticRules(set, list, { destination, dotted, initiators: true }));
}

function workerRules(): DnrRule[] {
  const nobody = { policy: [], user: [] };
  const selection = {
    tiers: ['core', 'extended', 'broad'],
    names: true,
    wrappers: true,
    searches: true,
  } as const;
  const destination = { kind: 'address', url: `${browser.base}notice.html` } as const;
  const recognition = { list, selection, blocked: nobody, allowed: nobody };
  return numberRules(dynamicRules(recognition, { destination, dotted, initiators: true }), 1);
}

test('every regex of the list is accepted', async () => {
  const covering = [...list.paths, ...list.brands, ...list.names].map(({ regex }) => regex);
  // The dynamic rules match to the end of the address, so that the redirect can contain all of it.
  const packed = [...packagedRules(), ...workerRules()].flatMap(
    ({ condition: { regexFilter } }) => regexFilter ?? [],
  );
  const regexes = [
    ...new Set([...covering, ...covering.map((regex) => `${regex}.*`), ...list.nameExclusions, ...packed]),
  ];
  assert.ok(regexes.length > 500);
  const refused: Refusal[] = [];
  for (let from = 0; from < regexes.length; from += BATCH)
    refused.push(...(await refusedOf(regexes.slice(from, from + BATCH))));
  assert.deepEqual(refused, []);
});

function refusedOf(regexes: readonly string[]): Promise<Refusal[]> {
  return browser.inExtension<Refusal[]>(`(async () => {
    const refused = [];
    for (const regex of ${JSON.stringify(regexes)}) {
      const answer = await chrome.declarativeNetRequest.isRegexSupported({ regex, isCaseSensitive: false });
      if (!answer.isSupported) refused.push({ regex, reason: answer.reason });
    }
    return refused;
  })()`);
}

test(`beside the whole list ${OWN} rules with a regex find room`, async (t) => {
  // After this, the worker writes nothing by itself.
  await policyKnown(browser);
  await guardRegistered(browser);
  const rules = workerRules();
  const own = Array.from({ length: OWN }, (_, number) => ({
    id: rules.length + number + 1,
    priority: 45,
    action: { type: 'block' },
    condition: { regexFilter: `^https?://own-${number}\\.example/`, resourceTypes: ['main_frame'] },
  }));
  const held = await browser.inExtension<number[]>(`(async () => {
    const { declarativeNetRequest: dnr } = globalThis.browser ?? chrome;
    const regexes = async () =>
      (await dnr.getDynamicRules()).filter(({ condition }) => condition.regexFilter).length;
    const removeRuleIds = (await dnr.getDynamicRules()).map(({ id }) => id);
    await dnr.updateDynamicRules({ removeRuleIds, addRules: ${JSON.stringify(rules)} });
    const before = await regexes();
    await dnr.updateDynamicRules({ addRules: ${JSON.stringify(own)} });
    return [before, await regexes(), dnr.MAX_NUMBER_OF_REGEX_RULES];
  })()`);
  const [before = 0, after = 0, most = 0] = held;
  assert.equal(after, before + OWN);
  t.diagnostic(`${before} of ${most} are the list's`);
});
