/** The files of a build that are computed, not copied: rulesets, the worker's data, the managed schema, `_locales`. */

import { NOTICE_PAGE, SEARCH_NOTICE_PAGE } from '../../utils/notice/notice-address.ts';
import { compileList } from '../../utils/pattern/compile.ts';
import { numberRules } from '../../utils/pattern/dnr.ts';
import { RULESETS } from '../../utils/pattern/registry.ts';
import { staticRules } from '../../utils/pattern/rules.ts';
import type { CompiledList } from '../../utils/pattern/types.ts';
import { readList } from '../list/read.ts';
import { managedSchemaFile } from '../policy/managed-schema-file.ts';
import { localeFiles } from './locale-files.ts';
import { assertQuotas } from './rule-quotas.ts';
import { WORKER_DATA_FILE, workerData } from './worker-data.ts';

/**
 * @param browser - the build's target.
 * @param list - the project's own unless another is given.
 * @returns files in the form WXT's `build:publicAssets` takes. Throws where the rules are too many (`rule-quotas.ts`).
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
