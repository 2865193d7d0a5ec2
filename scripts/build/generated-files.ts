/** The files of a build that are computed, not copied: rulesets, the worker's data, the managed schema, `_locales`. */

import { readFileSync } from 'node:fs';
import { NOTICE_PAGE, SEARCH_NOTICE_PAGE } from '../../utils/notice/notice-address.ts';
import { compileList } from '../../utils/pattern/compile.ts';
import { numberRules } from '../../utils/pattern/dnr.ts';
import { RULESETS } from '../../utils/pattern/registry.ts';
import { staticRules } from '../../utils/pattern/rules.ts';
import type { CompiledList } from '../../utils/pattern/types.ts';
import { managedSchema, type PolicyTexts } from '../../utils/policy/managed-schema.ts';
import { LANGUAGES, languageEntry } from '../../utils/words/languages.ts';
import { readList } from '../list/read.ts';
import { readListing } from '../release/store-files.ts';
import { assertQuotas } from './rule-quotas.ts';
import { WORKER_DATA_FILE, workerData } from './worker-data.ts';

/**
 * @param browser - the build's target.
 * @param list - the project's own list by default.
 * @returns files in the form that WXT's `build:publicAssets` takes. Throws if there are too many rules (`rule-quotas.ts`).
 */
export async function generatedFiles(
  browser: string,
  list: CompiledList = compileList(readList()),
): Promise<{ relativeDest: string; contents: string }[]> {
  const options = {
    dotted: browser === 'firefox',
    initiators: browser !== 'safari',
    parted: true,
    plainExpressions: browser === 'safari',
  } as const;
  const rules = RULESETS.map((ruleset) => {
    const path = ruleset === 'searches' ? SEARCH_NOTICE_PAGE : NOTICE_PAGE;
    const destination = { kind: 'page', path } as const;
    return { ruleset, rules: staticRules(ruleset, list, { ...options, destination }) };
  });
  assertQuotas(rules.flatMap((each) => each.rules));
  const rulesets = rules.map((each) => ({
    relativeDest: `rules/${each.ruleset}.json`,
    contents: JSON.stringify(numberRules(each.rules, 1)),
  }));
  const data = { relativeDest: WORKER_DATA_FILE, contents: workerData(list) };
  const common = [...rulesets, ...localeFiles(), data];
  if (browser === 'safari') return common;
  return [...common, { relativeDest: 'managed_schema.json', contents: managedSchemaFile() }];
}

/** @returns the manifest's name and description in every language: one file for each code by which a browser knows a language. */
function localeFiles(): { relativeDest: string; contents: string }[] {
  return LANGUAGES.flatMap((language) => {
    const { name, summary } = readListing(language);
    const contents = JSON.stringify({ name: { message: name }, description: { message: summary } });
    return (languageEntry(language)?.locales ?? [language]).map((locale) => ({
      relativeDest: `_locales/${locale}/messages.json`,
      contents,
    }));
  });
}

/** @returns the text of `managed_schema.json`, with the English words. Throws if a word is missing. */
function managedSchemaFile(): string {
  const words = readFileSync(new URL('../../data/words/en/policy.json', import.meta.url), 'utf8');
  return `${JSON.stringify(managedSchema(JSON.parse(words) as PolicyTexts), null, 1)}\n`;
}
