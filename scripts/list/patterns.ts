/** Checks regexes: that they use only what RE2 and JavaScript have in common, and that each matches its examples. */

import { parseAddress } from '../../utils/pattern/address.ts';
import { compileList } from '../../utils/pattern/compile.ts';
import type { ListEntries, WrapperEntry } from '../../utils/pattern/entry.ts';
import { atomsOf } from '../../utils/pattern/fold-regexes.ts';
import { cost, MOST } from '../../utils/pattern/regex-cost.ts';
import type { CompiledRegex } from '../../utils/pattern/types.ts';
import { unwrap } from '../../utils/pattern/wrapped.ts';
import type { ParsedList, Report } from './parse.ts';
import type { Refused } from './schema.ts';

const NOTHING: ListEntries = {
  hosts: [],
  paths: [],
  brands: [],
  names: [],
  places: [],
  exclusions: [],
  wrappers: [],
  engines: [],
  searches: [],
  searchExclusions: [],
};

/**
 * Syntax that JavaScript supports and RE2 does not, or that the two interpret differently: look-around, named groups, escapes,
 * empty classes, possessive quantifiers.
 */
const FOREIGN = /\(\?(?!:)|\\[a-ce-zA-Z0-9]|\[\^?\]|[*+?}]\+/;

/** Reports regexes that a browser would refuse, and examples that a regex does not match. */
export function checkPatterns(
  { entries, refused }: Pick<ParsedList, 'entries' | 'refused'>,
  report: Report,
): void {
  const readable = (entry: Partial<Fragments> & { at?: string }) => isReadable(entry, report);
  const paths = entries.paths.filter(readable);
  const brands = entries.brands.filter(readable);
  const names = entries.names.filter(readable);
  const exclusions = entries.exclusions.filter((entry) => entry.at === 'host' || readable(entry));
  for (const entry of [...paths, ...brands]) {
    if (entry.regex !== undefined) checkBoundary(entry.regex, entry, report);
  }
  for (const entry of paths) checkExamples(compileList({ ...NOTHING, paths: [entry] }).paths, entry, report);
  for (const entry of brands)
    checkExamples(compileList({ ...NOTHING, brands: [entry] }).brands, entry, report);
  const groups = new Set(entries.places.map(({ id }) => id));
  for (const entry of names) {
    const unknown = (entry.places ?? []).filter((group) => group !== 'all' && !groups.has(group));
    if (unknown.length > 0) report(entry, 'places', `places.jsonl has no group ${unknown.join(', ')}`);
    checkExamples(compileList({ ...NOTHING, names: [entry], places: entries.places }).names, entry, report);
  }
  const lifting = exclusions.map((entry) => ({
    entry,
    regexes: compileList({ ...NOTHING, exclusions: [entry] }).nameExclusions,
  }));
  for (const { entry, regexes } of lifting) {
    const proof = { examples: entry.examples, counterExamples: [] };
    checkExamples(
      regexes.map((regex) => ({ regex })),
      proof,
      report,
      entry,
    );
  }
  checkLifted(names, lifting, report);
  for (const entry of entries.wrappers) {
    const ofEntry: Report = (_, rule, reason) => report(entry, rule, reason);
    if (entry.target !== 'path' || isReadable({ regex: entry.key ?? '/' }, ofEntry))
      checkWrapper(entry, report);
  }
  checkRefused({ ...NOTHING, brands, names, places: entries.places, exclusions }, refused, report);
}

/** Reports examples that an exclusion lifts. They show nothing: the rule matches them, but nobody would see the notice. */
function checkLifted(
  names: ListEntries['names'],
  lifting: readonly { entry: { id: string }; regexes: readonly string[] }[],
  report: Report,
): void {
  const compiled = lifting.flatMap(({ entry: { id }, regexes }) =>
    regexes.map((regex) => ({ id, regex: new RegExp(regex, 'i') })),
  );
  for (const entry of names) {
    for (const example of entry.examples) {
      // Uses the browser's own form: letters beyond ASCII become their code.
      const address = URL.parse(`http://${example}`)?.href ?? '';
      const found = compiled.find(({ regex }) => regex.test(address));
      if (found) report(entry, 'lifted', `"${example}" is an example, and exclusion "${found.id}" lifts it`);
    }
  }
}

/** Reasons that say a site is innocent or left uncovered on purpose, so that no guess may cover it either. */
const INNOCENT = new Set(['general-site', 'out-of-scope', 'discussion-or-news', 'not-unmistakable']);

function checkRefused(entries: ListEntries, refused: readonly Refused[], report: Report): void {
  const list = compileList(entries);
  const rules = [...list.brands, ...list.names].map(({ id, regex, notUnder = [] }) => ({
    id,
    regex: new RegExp(regex, 'i'),
    notUnder,
  }));
  const lifted = list.nameExclusions.map((regex) => new RegExp(regex, 'i'));
  for (const entry of refused.filter(({ reason }) => INNOCENT.has(reason))) {
    const address = `http://${entry.host}/`;
    const rule = rules.find(
      ({ regex, notUnder }) =>
        regex.test(address) && !notUnder.some((suffix) => entry.host.endsWith(`.${suffix}`)),
    );
    if (rule && !lifted.some((regex) => regex.test(address))) {
      report(
        entry,
        'conflict',
        `"${entry.host}" was refused (${entry.reason}), but rule "${rule.id}" covers it`,
      );
    }
  }
}

function checkWrapper(entry: WrapperEntry, report: Report): void {
  const { wrappers } = compileList({ ...NOTHING, wrappers: [entry] });
  const inside = (text: string) => {
    const address = parseAddress(`http://${text}`);
    const inner = address && unwrap(address, wrappers, [entry.tier])[0]?.address;
    return inner ? `${inner.host}${inner.path}${inner.query}` : null;
  };
  for (const example of entry.examples) {
    const found = inside(example.address);
    if (found !== example.inside) {
      report(
        entry,
        'example',
        `"${example.address}" should contain "${example.inside}" and contains "${found}"`,
      );
    }
  }
  for (const address of entry.counterExamples) {
    if (inside(address) !== null) report(entry, 'example', `"${address}" contains no address and is decoded`);
  }
}

/** The parts of an entry that are regexes. */
interface Fragments {
  regex: string;
  lead: string;
  any: string[];
  tail: string;
}

function isReadable(entry: Partial<Fragments> & { at?: string }, report: Report): boolean {
  const { at, regex, lead, any = [], tail } = entry;
  const inLabel = at !== undefined && at !== 'section';
  for (const fragment of [regex, lead, ...any, tail]) {
    if (fragment === undefined) continue;
    const problem = fragmentProblem(fragment, { inLabel, alone: !inLabel || !any.includes(fragment) });
    if (problem === null) continue;
    report(entry, 'regex', `${fragment}${problem}`);
    return false;
  }
  return true;
}

/**
 * @param inLabel - whether it is a part of a host.
 * @param alone - whether the compiler puts no group around it.
 * @returns what is wrong with a fragment, to be said after it, or null.
 */
function fragmentProblem(
  fragment: string,
  { inLabel, alone }: { inLabel: boolean; alone: boolean },
): string | null {
  if (FOREIGN.test(fragment))
    return ' uses what RE2 lacks (look-around, back-reference, possessive) or reads otherwise';
  if (/(?<!\\)\{/.test(fragment))
    return ' repeats by number: browsers write that out, so its size is not known';
  try {
    new RegExp(fragment);
  } catch (error) {
    return `: ${(error as Error).message}`;
  }
  // What precedes and what follows would each belong to one alternative only, so that the other matches any address.
  if (alone && atomsOf(fragment).includes('|')) return ' has alternatives outside of a group: write (?:…|…)';
  if (inLabel && /[A-Z]/.test(fragment)) return ' has capitals: hosts are written in lower case';
  if (/[^\0-\x7f]/.test(fragment) && !URL.canParse(`http://${fragment}.example/`))
    return ' has letters beyond ASCII and is no label';
  return null;
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
  const matches = (address: string) =>
    regexes.some((regex) => regex.test(URL.parse(`http://${address}`)?.href ?? ''));
  for (const address of [...proof.examples, ...proof.counterExamples]) {
    if (!URL.canParse(`http://${address}`)) report(entry, 'example', `"${address}" is no address`);
  }
  for (const address of proof.examples) {
    if (!matches(address)) report(entry, 'example', `"${address}" should match and does not`);
  }
  for (const address of proof.counterExamples) {
    if (matches(address)) report(entry, 'example', `"${address}" must stay open and is matched`);
  }
}
