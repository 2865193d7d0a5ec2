/** Checks regexes: the common subset of RE2 and JavaScript, and that each does what its examples say. */

import { parseAddress } from '../../utils/pattern/address.ts';
import { compileList } from '../../utils/pattern/compile.ts';
import type { ListEntries, WrapperEntry } from '../../utils/pattern/entry.ts';
import { cost, MOST } from '../../utils/pattern/regex-cost.ts';
import type { CompiledRegex } from '../../utils/pattern/types.ts';
import { unwrap } from '../../utils/pattern/wrapped.ts';
import type { Report } from './lint.ts';

const NOTHING: ListEntries = { hosts: [], paths: [], brands: [], names: [], exclusions: [], wrappers: [] };

/** Syntax that JavaScript reads and RE2 does not, or that the two read differently. */
const FOREIGN = /\(\?(?![:])|\\[1-9kpPuxbB]|\(\?<|[*+?}]\+/;

/** Reports regexes that a browser would refuse, and examples that a regex does not keep. */
export function checkPatterns(entries: ListEntries, report: Report): void {
  for (const entry of entries.paths) {
    if (!readable([entry.regex], entry, report)) continue;
    const { paths } = compileList({ ...NOTHING, paths: [entry] });
    checkBoundary(entry.regex, entry, report);
    checkExamples(paths, entry, report);
  }
  for (const entry of entries.brands) {
    if (entry.regex !== undefined && !readable([entry.regex], entry, report)) continue;
    if (entry.regex !== undefined) checkBoundary(entry.regex, entry, report);
    const { brands } = compileList({ ...NOTHING, brands: [entry] });
    checkExamples(brands, entry, report);
  }
  for (const entry of entries.names) {
    if (!readable(fragments(entry), entry, report)) continue;
    const { names } = compileList({ ...NOTHING, names: [entry] });
    checkExamples(names, entry, report);
  }
  for (const entry of entries.wrappers) checkWrapper(entry, report);
  for (const entry of entries.exclusions) {
    if (entry.at !== 'host' && !readable(fragments(entry), entry, report)) continue;
    const { nameExclusions } = compileList({ ...NOTHING, exclusions: [entry] });
    const regexes = nameExclusions.map((regex) => ({ id: entry.id, tier: 'core' as const, regex }));
    checkExamples(regexes, { examples: entry.examples, counterExamples: [] }, report, entry);
  }
}

function checkWrapper(entry: WrapperEntry, report: Report): void {
  const { wrappers } = compileList({ ...NOTHING, wrappers: [entry] });
  const inside = (text: string) => {
    const address = parseAddress(`http://${text}`);
    const inner = address && unwrap(address, wrappers, [entry.tier])?.address;
    return inner ? `${inner.host}${inner.path}` : null;
  };
  for (const example of entry.examples) {
    const found = inside(example.address);
    if (found !== example.inside) {
      report(entry, 'example', `"${example.address}" should hold "${example.inside}" and holds "${found}"`);
    }
  }
  for (const address of entry.counterExamples) {
    if (inside(address) !== null) report(entry, 'example', `"${address}" holds no address and is decoded`);
  }
}

function fragments({ lead = '', any, tail = '' }: { lead?: string; any: string[]; tail?: string }): string[] {
  return [...any, ...[lead, tail].filter((fragment) => fragment !== '')];
}

function readable(regexes: readonly string[], entry: object, report: Report): boolean {
  for (const regex of regexes) {
    if (FOREIGN.test(regex)) {
      report(
        entry,
        'regex',
        `${regex} uses what RE2 lacks (look-around, back-reference, possessive) or reads otherwise`,
      );
      return false;
    }
    try {
      new RegExp(regex);
    } catch (error) {
      report(entry, 'regex', `${regex}: ${(error as Error).message}`);
      return false;
    }
  }
  return true;
}

function checkBoundary(regex: string, entry: object, report: Report): void {
  if (/(?:\$\)|\]|[/_]|\\d\+)$/.test(regex)) return;
  report(entry, 'regex', `${regex} must end at a boundary such as (?:[/?#]|$), or longer words would match`);
}

function checkExamples(
  compiled: readonly Pick<CompiledRegex, 'regex'>[],
  proof: { examples: string[]; counterExamples: string[] },
  report: Report,
  entry: object = proof,
): void {
  for (const { regex } of compiled) {
    const size = cost(regex);
    if (size > MOST)
      report(entry, 'too-big', `${regex} costs ${size}; browsers take ${MOST}: use shorter words`);
  }
  const regexes = compiled.map(({ regex }) => new RegExp(regex, 'i'));
  const matches = (address: string) => regexes.some((regex) => regex.test(new URL(`http://${address}`).href));
  for (const address of proof.examples) {
    if (!matches(address)) report(entry, 'example', `"${address}" should match and does not`);
  }
  for (const address of proof.counterExamples) {
    if (matches(address)) report(entry, 'example', `"${address}" must stay open and is matched`);
  }
}
