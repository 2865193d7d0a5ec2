/** The one writer of rules: brings the browser to what is desired, reads back, and says so if it is not. */
import { browser } from '../extension-api.ts';
import type { DnrRule } from '../pattern/dnr.ts';
import { RULESETS } from '../pattern/registry.ts';
import type { Desired } from './desired.ts';

/** What the browser holds after a write, and what went wrong. An empty `problems` means: exactly what was asked for. */
export interface WriteReport {
  dynamicRules: number;
  rulesets: string[];
  problems: string[];
}

type Api = typeof browser.declarativeNetRequest;
type BrowserRules = Parameters<Api['updateDynamicRules']>[0]['addRules'];

/** Writes rulesets and dynamic rules. Call it from one place only (`apply.ts` serialises). Never throws. */
export async function writeRules(desired: Pick<Desired, 'rules' | 'rulesets'>): Promise<WriteReport> {
  const problems: string[] = [];
  const note = (what: string) => (error: unknown) =>
    problems.push(`${what}: ${String((error as Error)?.message ?? error)}`);
  // The dynamic rules first: they stand above the static ones, so that a swap never leaves a gap.
  await writeDynamic(desired.rules, problems).catch(note('dynamic rules'));
  await writeRulesets(desired.rulesets).catch(note('rulesets'));
  return readBack(desired, problems);
}

async function writeRulesets(wanted: readonly string[]): Promise<void> {
  const enabled = await browser.declarativeNetRequest.getEnabledRulesets();
  const enableRulesetIds = wanted.filter((id) => !enabled.includes(id));
  const disableRulesetIds = RULESETS.filter((id) => enabled.includes(id) && !wanted.includes(id));
  if (enableRulesetIds.length === 0 && disableRulesetIds.length === 0) return;
  await browser.declarativeNetRequest.updateEnabledRulesets({ enableRulesetIds, disableRulesetIds });
}

async function writeDynamic(wanted: readonly DnrRule[], problems: string[]): Promise<void> {
  const held = await browser.declarativeNetRequest.getDynamicRules();
  const heldById = new Map(held.map((rule) => [rule.id, fingerprint(rule as DnrRule)]));
  const wantedIds = new Set(wanted.map(({ id }) => id));
  const addRules = wanted.filter((rule) => heldById.get(rule.id) !== fingerprint(rule));
  const removeRuleIds = [
    ...new Set([
      ...addRules.map(({ id }) => id),
      ...held.map(({ id }) => id).filter((id) => !wantedIds.has(id)),
    ]),
  ];
  if (removeRuleIds.length === 0) return;
  try {
    await update(addRules, removeRuleIds);
  } catch {
    // The update is all or nothing: one bad rule would cost all. Halve until each bad one stands alone.
    await update([], removeRuleIds);
    await addByHalves(addRules, problems);
  }
}

async function addByHalves(rules: readonly DnrRule[], problems: string[]): Promise<void> {
  if (rules.length === 0) return;
  try {
    await update(rules, []);
  } catch (error) {
    const [only] = rules;
    if (rules.length === 1 && only) {
      problems.push(
        `rule ${only.id} (${only.condition.regexFilter ?? 'hosts'}): ${(error as Error).message}`,
      );
      return;
    }
    const middle = Math.ceil(rules.length / 2);
    await addByHalves(rules.slice(0, middle), problems);
    await addByHalves(rules.slice(middle), problems);
  }
}

function update(addRules: readonly DnrRule[], removeRuleIds: number[]): Promise<void> {
  return browser.declarativeNetRequest.updateDynamicRules({
    addRules: addRules as BrowserRules,
    removeRuleIds,
  });
}

async function readBack(
  desired: Pick<Desired, 'rules' | 'rulesets'>,
  problems: string[],
): Promise<WriteReport> {
  const [held, rulesets] = await Promise.all([
    browser.declarativeNetRequest.getDynamicRules(),
    browser.declarativeNetRequest.getEnabledRulesets(),
  ]);
  const missing = desired.rulesets.filter((id) => !rulesets.includes(id));
  if (held.length !== desired.rules.length)
    problems.push(`dynamic rules: ${held.length} of ${desired.rules.length} are in place`);
  if (missing.length > 0) problems.push(`rulesets missing: ${missing.join(', ')}`);
  return { dynamicRules: held.length, rulesets: [...rulesets], problems };
}

/** Two rules with the same text do the same; browsers add defaults and reorder keys, so only our own keys count. */
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
    condition.initiatorDomains ?? null,
    condition.resourceTypes,
  ]);
}
