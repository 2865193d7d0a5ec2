/** Asks the browser's own rule engine, in an extension that contains only the rules under test. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserName } from '../../../scripts/browser/find-browsers.ts';
import { launch } from '../../../scripts/browser/open-browser.ts';
import type { BrowserSession } from '../../../scripts/browser/session.ts';
import { temporaryFolder } from '../../../scripts/browser/start-process.ts';
import { type DnrRule, numberRules } from '../../../utils/pattern/dnr.ts';
import type { Recognition } from '../../../utils/pattern/match.ts';
import { dynamicRules, staticRules } from '../../../utils/pattern/rules.ts';

/** The most addresses in one message. More would block the browser for too long. */
const BATCH = 2_000;

export interface RuleAsker {
  /** @returns those of `addresses` that the browser would redirect to the notice. */
  covered(addresses: readonly string[]): Promise<Set<string>>;
  close(): Promise<void>;
}

/** Starts a browser with the rules that the worker would write for a recognition in that browser. */
export async function askRules(
  name: BrowserName,
  port: number,
  recognition: Recognition,
): Promise<RuleAsker> {
  const temporary = temporaryFolder('rules');
  writeExtension(temporary.folder);
  const browser = await launch(
    // Firefox offers `testMatchOutcome` only with this preference and a permission that no build has.
    { port, extension: temporary.folder, preferences: { 'extensions.dnr.feedback': true } },
    name,
  );
  const destination = { kind: 'address', url: `${browser.base}notice.html` } as const;
  const options = { destination, dotted: name === 'firefox', initiators: true };
  // The exclusions of names are only in the package's ruleset. They have the same priority there.
  const lifting = staticRules('names', recognition.list, options).filter(
    ({ action }) => action.type === 'allow',
  );
  const rules = numberRules([...dynamicRules(recognition, options), ...lifting], 1);
  await writeRules(browser, rules);
  const redirects = new Set(rules.filter(({ action }) => action.type === 'redirect').map(({ id }) => id));
  return {
    covered: (addresses) => coveredBy(browser, redirects, addresses),
    close: async () => {
      await browser.close();
      temporary.remove();
    },
  };
}

async function writeRules(browser: BrowserSession, rules: readonly DnrRule[]): Promise<void> {
  const held = await browser.inExtension<number>(`(async () => {
    const { declarativeNetRequest: dnr } = globalThis.browser ?? chrome;
    await dnr.updateDynamicRules({ addRules: ${JSON.stringify(rules)} });
    return (await dnr.getDynamicRules()).length;
  })()`);
  if (held !== rules.length) throw new Error(`The browser holds ${held} of ${rules.length} rules`);
}

async function coveredBy(
  browser: BrowserSession,
  redirects: ReadonlySet<number>,
  addresses: readonly string[],
): Promise<Set<string>> {
  const covered = new Set<string>();
  for (let from = 0; from < addresses.length; from += BATCH) {
    const some = addresses.slice(from, from + BATCH);
    const ids = await browser.inExtension<(number | null)[]>(`(async () => {
      const { declarativeNetRequest: dnr } = globalThis.browser ?? chrome;
      const ask = (url) => dnr.testMatchOutcome({ url, type: 'main_frame' });
      const answers = await Promise.all(${JSON.stringify(some)}.map(ask));
      return answers.map(({ matchedRules: [rule] }) => rule?.ruleId ?? null);
    })()`);
    for (const [index, id] of ids.entries())
      if (id !== null && redirects.has(id)) covered.add(some[index] as string);
  }
  return covered;
}

/** Writes the extension. Only its manifest requests the permission that Firefox needs; a test checks that no build does. */
function writeExtension(folder: string): void {
  const manifest = {
    manifest_version: 3,
    name: 'Rules under test',
    version: '1',
    permissions: ['declarativeNetRequest', 'declarativeNetRequestFeedback'],
    host_permissions: ['<all_urls>'],
    web_accessible_resources: [{ resources: ['notice.html'], matches: ['<all_urls>'] }],
    browser_specific_settings: { gecko: { id: 'rules-under-test@second-thought.test' } },
  };
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'notice.html'), '<!doctype html><title>Notice</title>');
}
