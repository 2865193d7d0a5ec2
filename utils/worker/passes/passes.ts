/**
 * Grants and ends passes, each for one site in one tab. The browser's session rules are the only record. A closed tab
 * needs no cleanup: its id is not reused, and listening for closed tabs would wake the worker for each of them.
 */
import { browser } from '../../extension-api.ts';
import { isWithin } from '../../pattern/address.ts';
import { PASS_ALARM, PASS_IDS } from '../../pattern/registry.ts';
import { passRule } from '../../pattern/rules.ts';
import { isPrivateWorker } from '../private-worker.ts';
import type { Platform } from '../rules/target-rules.ts';

/** How long a pass lasts, in minutes. */
export const PASS_MINUTES = 15;

/** By how much the browser's clock and the worker's may differ (milliseconds). */
const CLOCKS_APART = 1_000;

const range = () => (isPrivateWorker() ? PASS_IDS.private : PASS_IDS.regular);
const isOurs = (id: number) => id >= range() && id < range() + PASS_IDS.regular;

/** Grants a pass and returns once the rule is in force. */
export function grantPass(site: string, tabId: number, platform: Platform): Promise<void> {
  const granted = last.then(() => writePass(site, tabId, platform));
  last = granted.catch(() => undefined);
  return granted;
}

/** Passes are granted one at a time: two at once would choose the same id. */
let last: Promise<void> = Promise.resolve();

async function writePass(site: string, tabId: number, platform: Platform): Promise<void> {
  const held = await sessionRules();
  const id = Math.max(range(), ...held.filter((rule) => isOurs(rule.id)).map((rule) => rule.id)) + 1;
  const rule = { id, ...passRule(site, platform.tabIds ? tabId : null, platform) };
  type Rules = Parameters<typeof browser.declarativeNetRequest.updateSessionRules>[0]['addRules'];
  // The alarm that ends the pass is set first, so that a worker which is killed in between leaves no pass that lasts forever.
  // `endStrayPasses` treats a pass without an alarm as a leftover.
  await browser.alarms.create(`${PASS_ALARM}${id}`, { delayInMinutes: PASS_MINUTES });
  await browser.declarativeNetRequest.updateSessionRules({ addRules: [rule] as Rules, removeRuleIds: [] });
}

/** @returns true if this tab may show this host now. */
export async function hasPass(host: string, tabId: number): Promise<boolean> {
  const passes = (await sessionRules()).filter(
    ({ condition }) =>
      (condition.tabIds === undefined || condition.tabIds.includes(tabId)) &&
      (condition.requestDomains ?? []).some((site) => isWithin(host, site)),
  );
  if (passes.length === 0) return false;
  const ends = await hasEnd();
  const strays = passes.filter(({ id }) => isOurs(id) && !ends(id)).map(({ id }) => id);
  await remove((id) => strays.includes(id));
  return passes.length > strays.length;
}

/** Ends the pass whose alarm has fired. @returns the tabs it was for. */
export async function endPass(alarmName: string): Promise<number[]> {
  return remove((id) => `${PASS_ALARM}${id}` === alarmName);
}

/** Ends every pass. @returns the tabs they were for. */
export async function endAllPasses(): Promise<number[]> {
  return remove(() => true);
}

/**
 * Ends passes that no alarm would end in time. The alarms of Chromium's private worker disappear with the last private window,
 * but its rules remain, because both workers share them. An interrupted update leaves such passes too.
 * @returns the tabs they were for.
 */
export async function endStrayPasses(): Promise<number[]> {
  const held = (await sessionRules()).map(({ id }) => id);
  if (!held.some(isOurs)) return [];
  const ends = await hasEnd();
  return remove((id) => held.includes(id) && !ends(id));
}

/**
 * @returns a function that tells whether a pass's alarm will fire in time. Chromium's alarms follow the device's clock: if that is
 * set back, an alarm fires later than any pass may last.
 */
async function hasEnd(): Promise<(id: number) => boolean> {
  const latest = Date.now() + PASS_MINUTES * 60_000 + CLOCKS_APART;
  const alarms = (await browser.alarms.getAll()).filter(({ scheduledTime }) => scheduledTime <= latest);
  const rings = new Set(alarms.map(({ name }) => name));
  return (id) => rings.has(`${PASS_ALARM}${id}`);
}

async function remove(which: (id: number) => boolean): Promise<number[]> {
  const rules = (await sessionRules()).filter(({ id }) => isOurs(id) && which(id));
  if (rules.length === 0) return [];
  await browser.declarativeNetRequest.updateSessionRules({ removeRuleIds: rules.map(({ id }) => id) });
  await Promise.all(rules.map(({ id }) => browser.alarms.clear(`${PASS_ALARM}${id}`)));
  return rules.flatMap(({ condition }) => condition.tabIds ?? []);
}

async function sessionRules() {
  return browser.declarativeNetRequest.getSessionRules();
}
