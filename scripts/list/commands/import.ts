/** `list import`: what a hosts or domain list of others has that ours has not, and the other way round. Changes nothing. */
import { existsSync } from 'node:fs';
import { compileList } from '../../../utils/pattern/compile.ts';
import { match } from '../../../utils/pattern/match.ts';
import { TIERS } from '../../../utils/pattern/types.ts';
import { readNamedText } from '../../command-line.ts';
import { type Command, misuse } from '../command.ts';
import { hostProblem } from '../lint.ts';
import { type ParsedList, parseList } from '../parse.ts';

/** What becomes of a name in the other list. */
interface Diff {
  new: string[];
  /** Listed, or below a listed host. */
  known: string[];
  /** Not listed, but already covered by a brand or a name rule. */
  covered: { host: string; by: string }[];
  rejected: { host: string; reason: string }[];
  /** Ours by this source, but no longer in the file. */
  gone: string[];
}

export const importList: Command = {
  usage: `import FILE [--source CODE] [--only REGEX]   compare a hosts, domain or adblock list with ours
                                   --source: also name our entries of that source that are gone from the file`,
  options: ['source', 'only'],
  run({ folder, positionals, options }) {
    const [file] = positionals;
    if (file === undefined || positionals.length > 1) return misuse('One file is needed.', importList);
    if (!existsSync(file)) return misuse(`There is no file ${file}.`, importList);
    const list = parseList(folder);
    const { source } = options;
    if (source !== undefined && !(source in list.sources)) {
      return misuse(
        `sources.json has no "${source}"; it has ${Object.keys(list.sources).join(', ')}.`,
        importList,
      );
    }
    const only = options.only === undefined ? null : new RegExp(options.only, 'i');
    const names = [...new Set(parseNames(readNamedText(file)))].filter((name) => only?.test(name) ?? true);
    const diff = compare(names, list, source);
    const heads = {
      new: diff.new,
      'already covered': diff.covered.map(({ host, by }) => `${host}  (${by})`),
      rejected: diff.rejected.map(({ host, reason }) => `${host}  ${reason}`),
      gone: diff.gone,
    };
    const sections = Object.entries(heads).map(
      ([head, lines]) => `${head}: ${lines.length}${lines.map((line) => `\n  ${line}`).join('')}`,
    );
    return { code: 0, text: [...sections, `known: ${diff.known.length}`].join('\n'), data: diff };
  },
};

/** Names in a hosts file, a list of domains, or simple adblock rules; comments and everything else are left out. */
export function parseNames(text: string): string[] {
  return text.split(/\r?\n/).flatMap((line) => {
    // Rules that hide a part of a page (`##`) or allow one (`@@`, `#@#`) say nothing against a site.
    if (/##|#@#|#\?#|@@/.test(line)) return [];
    const bare = line.replace(/[#!].*$/, '').trim();
    const rule = /^\|\|([^^/*$]+)\^?(?:\$.*)?$/.exec(bare)?.[1];
    return (rule === undefined ? hostsLine(bare) : [rule]).flatMap(hostOf);
  });
}

/** One name alone, or any number of them after an address, as in a hosts file. */
function hostsLine(line: string): string[] {
  const [first = '', ...others] = line.split(/\s+/);
  if (/^(?:[0-9]+\.){3}[0-9]+$|:/.test(first)) return others;
  return others.length === 0 ? [first] : [];
}

function hostOf(name: string): string[] {
  if (name === '' || /^(?:localhost|0\.0\.0\.0|broadcasthost)$/.test(name)) return [];
  const host = URL.parse(`http://${name.replace(/^\*?\./, '')}/`)?.hostname ?? name;
  return [host.replace(/\.$/, '').replace(/^(?:www|m)\.(?=.*\.)/, '')];
}

function compare(names: readonly string[], list: ParsedList, source: string | undefined): Diff {
  const diff: Diff = { new: [], known: [], covered: [], rejected: [], gone: [] };
  const compiled = compileList(list.entries);
  const nobody = { policy: [], user: [] };
  const selection = { tiers: TIERS, names: true, wrappers: false, searches: false };
  for (const host of names) {
    const refused = list.refused.find((entry) => entry.host === host);
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
  const theirs = new Set(names);
  if (source !== undefined) {
    diff.gone = list.entries.hosts
      .filter((entry) => entry.sources.includes(source) && !theirs.has(entry.host))
      .map(({ host }) => host);
  }
  return diff;
}
