/** `list import`: ranks for review what other lists have that this list lacks, and names what they no longer have. Changes nothing. */
import { existsSync } from 'node:fs';
import { compileList } from '../../../utils/pattern/compile.ts';
import { match } from '../../../utils/pattern/match.ts';
import { TIERS } from '../../../utils/pattern/types.ts';
import { misuse, readNamedText, writeNamedFile } from '../../command-line.ts';
import type { Command } from '../command.ts';
import { readForeignNames } from '../foreign-names.ts';
import { hostProblem } from '../lint.ts';
import { type ParsedList, parseList } from '../parse.ts';
import { type Candidate, rankFamilies } from '../rank.ts';
import { reviewRow } from './review.ts';

/** The result for the names in the other lists. */
interface Diff {
  new: string[];
  /** Listed, or below a listed host. */
  known: string[];
  /** Not listed, but already covered by a brand or a name rule. */
  covered: { host: string; by: string }[];
  rejected: { host: string; reason: string }[];
  /** Listed here because of one of these sources, but no longer in its file. */
  gone: string[];
  /** Lines of the files that do not name a whole host: how many for each reason. */
  skipped: Record<string, number>;
}

export const importList: Command = {
  usage: `import [CODE=]FILE... [--source CODE] [--only REGEX] [--out REVIEW]   compare lists of others with ours
                                   CODE=: the source in sources.json that a file is, so that agreement counts
                                   --source: the same for a single file; both name our entries that are gone from it
                                   --only: look at names that fit, in their lists and in ours
                                   --out: write new and covered names as ranked families, for "review"`,
  options: ['source', 'only', 'out'],
  mostPositionals: Infinity,
  run({ folder, positionals, options }) {
    if (positionals.length === 0) return misuse('A file is needed.');
    if (options.source !== undefined && positionals.length > 1)
      return misuse('--source is for a single file; write CODE=FILE for several.');
    const files = positionals.map((text) => {
      const found = /^([A-Z][A-Z0-9]*)=(.+)$/.exec(text);
      return found && !existsSync(text)
        ? { code: found[1], path: found[2] ?? '' }
        : { code: options.source, path: text };
    });
    const list = parseList(folder);
    for (const { code, path } of files) {
      if (!existsSync(path)) return misuse(`There is no file ${path}.`);
      if (code !== undefined && !Object.hasOwn(list.sources, code)) {
        const codes = Object.keys(list.sources).join(', ');
        return misuse(`sources.json has no "${code}"; it has ${codes}.`);
      }
    }
    let only: RegExp | null;
    try {
      only = options.only === undefined ? null : new RegExp(options.only, 'i');
    } catch {
      return misuse(`--only takes a regular expression, not ${options.only}.`);
    }
    const read = files.map((file) => ({ ...file, ...readForeignNames(readNamedText(file.path)) }));
    // A source may have several files: it agrees with itself only once, and a name is in it if one of them has it.
    const bySource = Map.groupBy(read, ({ code }) => code);
    const sources = new Map<string, string[]>();
    for (const [code, some] of bySource) {
      const names = some.flatMap((file) => file.names.filter((one) => only?.test(one) ?? true));
      for (const name of new Set(names))
        sources.set(name, [...(sources.get(name) ?? []), ...(code === undefined ? [] : [code])]);
    }
    const diff = compare([...sources.keys()], list);
    for (const [code, some] of bySource) {
      const names = some.flatMap((file) => file.names);
      if (code !== undefined) diff.gone.push(...gone(code, names, list, only));
    }
    diff.gone = [...new Set(diff.gone)];
    diff.skipped = total(read.map(({ skipped }) => skipped));
    const heads = {
      new: diff.new,
      'already covered': diff.covered.map(({ host, by }) => `${host}  (${by})`),
      rejected: diff.rejected.map(({ host, reason }) => `${host}  ${reason}`),
      gone: diff.gone,
      'lines not used': Object.entries(diff.skipped).map(([reason, count]) => `${count}  ${reason}`),
    };
    const sections = Object.entries(heads).map(
      ([head, lines]) => `${head}: ${lines.length}${lines.map((line) => `\n  ${line}`).join('')}`,
    );
    if (options.out !== undefined) {
      const candidates = [...diff.new, ...diff.covered.map(({ host }) => host)].map(
        (host): Candidate => ({ host, sources: [...(sources.get(host) ?? [])].sort() }),
      );
      const families = rankFamilies(candidates, list.sources);
      writeNamedFile(
        options.out,
        families.map((family) => `${JSON.stringify(reviewRow(family))}\n`).join(''),
      );
      const text = `${candidates.length} names in ${families.length} families were written to ${options.out}. Fill in "verdict", then: npm run list -- review ${options.out}`;
      return { code: 0, text, data: { ...diff, families: families.length, out: options.out } };
    }
    return { code: 0, text: [...sections, `known: ${diff.known.length}`].join('\n'), data: diff };
  },
};

function compare(names: readonly string[], list: ParsedList): Diff {
  const diff: Diff = { new: [], known: [], covered: [], rejected: [], gone: [], skipped: {} };
  const compiled = compileList(list.entries);
  const nobody = { policy: [], user: [] };
  const selection = { tiers: TIERS, names: true, wrappers: false, searches: false };
  const refusals = new Map(list.refused.map((entry) => [entry.host, entry]));
  for (const host of names) {
    const refused = refusals.get(host);
    const problem = refused ? `refused (${refused.reason}): ${refused.note}` : hostProblem(host)?.reason;
    if (problem) {
      diff.rejected.push({ host, reason: problem });
      continue;
    }
    const found = match(`http://${host}/`, { list: compiled, selection, blocked: nobody, allowed: nobody });
    if (found?.kind === 'host') diff.known.push(host);
    else if (found) diff.covered.push({ host, by: `${found.kind} ${found.id}` });
    else diff.new.push(host);
  }
  return diff;
}

/**
 * @returns hosts that are listed here because of a source, but no longer in its file. Compares with the whole file, even if `--only`
 *   selects a part of it.
 */
function gone(code: string, names: readonly string[], list: ParsedList, only: RegExp | null): string[] {
  const theirs = new Set(names);
  return list.entries.hosts
    .filter(({ host, sources }) => sources.includes(code) && (only?.test(host) ?? true) && !theirs.has(host))
    .map(({ host }) => host);
}

function total(counts: readonly Record<string, number>[]): Record<string, number> {
  const sum: Record<string, number> = {};
  for (const count of counts) {
    for (const [reason, number] of Object.entries(count)) sum[reason] = (sum[reason] ?? 0) + number;
  }
  return sum;
}
