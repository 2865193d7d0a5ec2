/** Checks every rule that an entry must follow before it may ship. A violation fails the build. */
import { getDomain, getPublicSuffix } from 'tldts';
import { brandId, pathId, wrapperId } from '../../utils/pattern/compile.ts';
import type { ListEntries, Provenanced } from '../../utils/pattern/entry.ts';
import { dayAfter } from '../day-after.ts';
import { checkEvidence } from './evidence.ts';
import { fileForHost, hostFiles } from './files.ts';
import type { ParsedList, Problem, Report } from './parse.ts';
import { checkPatterns } from './patterns.ts';

/**
 * Checks a list folder.
 * @returns every problem, in the order of files and lines; empty if the list may ship
 */
export function lintList(list: ParsedList, folder: string): Problem[] {
  const problems = [...list.problems];
  const report = reportTo(problems, list);
  checkHosts(list, report);
  checkDuplicates(list, report);
  checkPlaces(list, folder, report);
  checkDates(list.entries, report);
  checkEvidence(list, report);
  checkPatterns(list, report);
  return problems.sort((a, b) => a.file.localeCompare(b.file, 'en') || a.line - b.line);
}

/** @returns what is wrong with a host as the name of a listed site, or null. */
export function hostProblem(host: string): { rule: string; reason: string } | null {
  const url = URL.parse(`http://${host}/`);
  if (url === null || url.hostname !== host || host.endsWith('.') || url.port !== '' || host.includes('@')) {
    const canonical = url?.hostname.replace(/\.$/, '');
    const hint = canonical && canonical !== host ? `; write "${canonical}"` : '';
    return { rule: 'not-canonical', reason: `"${host}" is not a bare lower-case ASCII host${hint}` };
  }
  if (/^[0-9.]+$/.test(host) || host.startsWith('[')) {
    return { rule: 'not-canonical', reason: `"${host}" is an IP address; addresses change owners` };
  }
  if (/^(?:www|m)\./.test(host)) {
    return {
      rule: 'not-canonical',
      reason: `"${host}" begins with www. or m.; list the site itself, subdomains count`,
    };
  }
  const suffix = getPublicSuffix(host, { allowPrivateDomains: true });
  if (suffix === host || getDomain(host, { allowPrivateDomains: true }) === null) {
    return {
      rule: 'public-suffix',
      reason: `"${host}" is a public suffix: it would cover other people's sites`,
    };
  }
  return null;
}

function checkHosts({ entries, refused }: ParsedList, report: Report): void {
  for (const entry of [...entries.hosts, ...entries.paths, ...entries.wrappers]) {
    const problem = hostProblem('anySuffix' in entry ? `${entry.host}.com` : entry.host);
    // A translator may be a public suffix, because each of its subdomains shows another site.
    const meant = problem?.rule === 'public-suffix' && 'target' in entry;
    if (problem && !meant) report(entry, problem.rule, problem.reason);
  }
  for (const entry of refused) {
    // A refusal counts for the host as it is written. A public suffix may be refused: its sites are other people's.
    const problem = hostProblem(entry.host);
    if (problem && problem.rule !== 'public-suffix') report(entry, problem.rule, problem.reason);
  }
  for (const entry of entries.hosts) {
    const site = getDomain(entry.host, { allowPrivateDomains: true });
    if (site !== null && site !== entry.host && entry.note === undefined) {
      report(
        entry,
        'subdomain',
        `"${entry.host}" is part of "${site}"; a note must say why not the whole site`,
      );
    }
  }
  const refusedHosts = new Map(refused.map((entry) => [entry.host, entry]));
  for (const entry of entries.hosts) {
    const earlier = refusedHosts.get(entry.host);
    if (earlier)
      report(entry, 'conflict', `"${entry.host}" was refused (${earlier.reason}): ${earlier.note}`);
  }
  const listed = new Set(entries.hosts.map((entry) => entry.host));
  for (const entry of refused) {
    const parent = parents(entry.host).find((host) => listed.has(host));
    if (parent)
      report(
        entry,
        'conflict',
        `"${parent}" is listed with all its subdomains, so this refusal opens nothing`,
      );
  }
}

function checkDuplicates({ entries, refused, places }: ParsedList, report: Report): void {
  const seen = new Map<string, object>();
  const once = (id: string, entry: object) => {
    const first = seen.get(id);
    if (!first) return void seen.set(id, entry);
    const place = places.get(first);
    report(entry, 'duplicate', `${id} is already listed in ${place?.file}:${place?.line}`);
  };
  for (const entry of entries.hosts) once(`host ${entry.host}`, entry);
  for (const entry of entries.paths) once(`section ${pathId(entry)}`, entry);
  for (const entry of entries.brands) once(`brand ${brandId(entry)}`, entry);
  for (const entry of entries.names) once(`name rule ${entry.id}`, entry);
  for (const entry of entries.exclusions) once(`exclusion ${entry.id}`, entry);
  for (const entry of refused) once(`refused ${entry.host}`, entry);
  for (const entry of entries.wrappers) {
    const form = `${entry.target} ${entry.path ?? ''} ${entry.key ?? ''}`;
    once(`wrapper ${wrapperId(entry)} (${form})`, entry);
  }

  const hosts = new Set(entries.hosts.map((entry) => entry.host));
  for (const entry of entries.hosts) {
    const parent = parents(entry.host).find((host) => hosts.has(host));
    if (parent)
      report(entry, 'conflict', `"${parent}" is listed with all its subdomains, so this adds nothing`);
  }
  for (const entry of [...entries.paths, ...entries.wrappers]) {
    const whole = [entry.host, ...parents(entry.host)].find((host) => hosts.has(host));
    if (whole) report(entry, 'conflict', `"${whole}" is listed as a whole, so this never counts`);
  }
}

/** `a.b.example` gives `b.example` and `example`. */
function parents(host: string): string[] {
  const labels = host.split('.');
  return labels.slice(1).map((_, index) => labels.slice(index + 1).join('.'));
}

function checkPlaces({ entries, places }: ParsedList, folder: string, report: Report): void {
  const files = hostFiles(folder);
  const last = new Map<string, string>();
  for (const entry of entries.hosts) {
    const file = places.get(entry)?.file ?? '';
    const right = fileForHost(files, entry.tier, entry.kind, entry.host);
    if (file !== right) {
      const where = right ?? `a new file hosts/${entry.tier}/${entry.kind}.jsonl`;
      report(entry, 'misplaced', `"${entry.host}" (${entry.tier}, ${entry.kind}) belongs in ${where}`);
    }
    const before = last.get(file);
    if (before !== undefined && before > entry.host) {
      report(entry, 'unsorted', `"${entry.host}" comes after "${before}"`);
    }
    last.set(file, entry.host);
  }
}

/** @returns entries and refusals of a later day than tomorrow, which no review reaches in time: `2062` for `2026`. */
export function lintFuture(list: ParsedList, today: string): Problem[] {
  const last = dayAfter(today);
  const problems: Problem[] = [];
  const report = reportTo(problems, list);
  for (const entry of [...Object.values(list.entries).flat(), ...list.refused]) {
    if (entry.reviewed > last) {
      report(entry, 'dates', `reviewed on ${entry.reviewed}, which is still to come`);
    }
  }
  return problems;
}

/** @returns a function that adds a problem with the file and line of its entry. */
function reportTo(problems: Problem[], { places }: ParsedList): Report {
  return (entry, rule, reason) => {
    problems.push({ ...(places.get(entry) ?? { file: '?', line: 0 }), rule, reason });
  };
}

function checkDates(entries: ListEntries, report: Report): void {
  const all: (Pick<Provenanced, 'added' | 'reviewed'> & object)[] = Object.values(entries).flat();
  for (const entry of all) {
    if (entry.reviewed < entry.added) {
      report(entry, 'dates', `reviewed on ${entry.reviewed}, before it was added on ${entry.added}`);
    }
  }
}
