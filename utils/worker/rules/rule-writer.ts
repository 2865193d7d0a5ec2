/** The one writer of rules: writes the target rules, reads them back, and reports what differs. */
import { browser } from '../../extension-api.ts';
import type { DnrRule } from '../../pattern/dnr.ts';
import { cost, MOST } from '../../pattern/regex-cost.ts';
import { RULESETS } from '../../pattern/registry.ts';
import type { TargetRules } from './target-rules.ts';

/** The browser's rules after a write, and what went wrong. */
export interface WriteReport {
  dynamicRules: number;
  rulesets: string[];
  problems: string[];
  /** Rules that the browser refused even one at a time. */
  refused: DnrRule[];
}

type Wanted = Pick<TargetRules, 'rules' | 'rulesets'>;
type Api = typeof browser.declarativeNetRequest;
type BrowserRules = Parameters<Api['updateDynamicRules']>[0]['addRules'];

/** Writes rulesets and dynamic rules. Call it from one place only (`apply.ts` serializes). Never throws. */
export async function writeRules(target: Wanted): Promise<WriteReport> {
  const problems: string[] = [];
  const note = (what: string) => (error: unknown) => {
    problems.push(`${what}: ${String((error as Error)?.message ?? error)}`);
    return [];
  };
  // Dynamic rules are written first. They outrank the static ones, so a swap leaves no gap.
  const refused = await writeDynamic(target.rules).catch(note('dynamic rules'));
  await writeRulesets(target.rulesets).catch(note('rulesets'));
  const held = await readBack(target, refused, problems).catch((error: unknown) => {
    note('reading back')(error);
    return { dynamicRules: 0, rulesets: [] };
  });
  return { ...held, problems, refused };
}

async function writeRulesets(wanted: readonly string[]): Promise<void> {
  const enabled = await browser.declarativeNetRequest.getEnabledRulesets();
  const enableRulesetIds = wanted.filter((id) => !enabled.includes(id));
  const disableRulesetIds = RULESETS.filter((id) => enabled.includes(id) && !wanted.includes(id));
  if (enableRulesetIds.length === 0 && disableRulesetIds.length === 0) return;
  await browser.declarativeNetRequest.updateEnabledRulesets({ enableRulesetIds, disableRulesetIds });
}

/** @returns rules that the browser would not take. Throws if it takes nothing at all. */
async function writeDynamic(wanted: readonly DnrRule[]): Promise<DnrRule[]> {
  const held = await browser.declarativeNetRequest.getDynamicRules();
  const heldById = new Map(held.map((rule) => [rule.id, fingerprint(rule as DnrRule)]));
  const wantedIds = new Set(wanted.map(({ id }) => id));
  const changed = wanted.filter((rule) => heldById.get(rule.id) !== fingerprint(rule));
  const tooLong = await refusedAsTooLong(changed);
  const addRules = changed.filter((rule) => !tooLong.includes(rule));
  const left = held
    .map(({ id }) => id)
    .filter((id) => !wantedIds.has(id) || tooLong.some((rule) => rule.id === id));
  if (addRules.length === 0 && left.length === 0) return tooLong;
  try {
    await update(addRules, [...addRules.map(({ id }) => id), ...left]);
    return tooLong;
  } catch {
    // The update is all or nothing, so one bad rule fails all. Rules that are no longer wanted are removed first, to make room.
    if (left.length > 0) await update([], left);
    const first = await replaceByHalves(addRules);
    // Some rules may not have fitted only because others had not been replaced yet.
    const last = first.length === addRules.length ? first : await replaceByHalves(first);
    return [...tooLong, ...last];
  }
}

/** Asks the browser about expressions that may be too long, because one fails the whole update. @returns the rules it refuses. */
async function refusedAsTooLong(rules: readonly DnrRule[]): Promise<DnrRule[]> {
  const answers = await Promise.all(
    rules.map(async (rule) => {
      const regex = rule.condition.regexFilter;
      if (regex === undefined || cost(regex) <= MOST) return null;
      const { isSupported } = await browser.declarativeNetRequest.isRegexSupported({ regex });
      return isSupported ? null : rule;
    }),
  );
  return answers.filter((rule) => rule !== null);
}

/** Writes the rules in ever smaller halves until each bad rule is alone. The others stay in force meanwhile. @returns the bad rules. */
async function replaceByHalves(rules: readonly DnrRule[]): Promise<DnrRule[]> {
  if (rules.length === 0) return [];
  const ids = rules.map(({ id }) => id);
  try {
    await update(rules, ids);
    return [];
  } catch {
    if (rules.length === 1) {
      // The old rule with the same id is no longer wanted either.
      await update([], ids);
      return [...rules];
    }
    const middle = Math.ceil(rules.length / 2);
    const before = await replaceByHalves(rules.slice(0, middle));
    return [...before, ...(await replaceByHalves(rules.slice(middle)))];
  }
}

function update(addRules: readonly DnrRule[], removeRuleIds: number[]): Promise<void> {
  return browser.declarativeNetRequest.updateDynamicRules({
    addRules: addRules as BrowserRules,
    removeRuleIds,
  });
}

async function readBack(
  { rules, rulesets: wantedSets }: Wanted,
  refused: readonly DnrRule[],
  problems: string[],
): Promise<Pick<WriteReport, 'dynamicRules' | 'rulesets'>> {
  const [held, rulesets] = await Promise.all([
    browser.declarativeNetRequest.getDynamicRules(),
    browser.declarativeNetRequest.getEnabledRulesets(),
  ]);
  const inPlace = new Map(held.map((rule) => [rule.id, fingerprint(rule as DnrRule)]));
  const right = rules.filter((rule) => inPlace.get(rule.id) === fingerprint(rule)).length;
  const asked = rules.length - refused.length;
  if (right !== asked || held.length !== asked)
    problems.push(`dynamic rules: ${right} of ${asked} are in place, ${held.length} are held`);
  const missing = wantedSets.filter((id) => !rulesets.includes(id));
  const surplus = rulesets.filter((id) => !wantedSets.some((one) => one === id));
  if (missing.length > 0) problems.push(`rulesets missing: ${missing.join(', ')}`);
  if (surplus.length > 0) problems.push(`rulesets not wanted: ${surplus.join(', ')}`);
  return { dynamicRules: held.length, rulesets: [...rulesets] };
}

/** @returns the same text for rules that do the same. Browsers add defaults and reorder keys, so only the keys written here count. */
function fingerprint({ priority, action, condition }: DnrRule): string {
  const redirect: { extensionPath?: string; regexSubstitution?: string } | null =
    'redirect' in action ? action.redirect : null;
  return JSON.stringify([
    priority,
    action.type,
    // Firefox fills in the keys that were not given with null.
    redirect && (redirect.extensionPath ?? redirect.regexSubstitution),
    condition.regexFilter ?? null,
    condition.requestDomains ?? null,
    condition.excludedRequestDomains ?? null,
    condition.initiatorDomains ?? null,
    condition.resourceTypes,
  ]);
}
