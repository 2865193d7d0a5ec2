/** Checks the evidence of entries: their sources, and whether these are independent of each other. */
import type { Provenanced } from '../../utils/pattern/entry.ts';
import type { ParsedList, Report } from './parse.ts';
import type { Sources } from './schema.ts';

/** Reports entries without a usable source, and entries in `core` with fewer than two. */
export function checkEvidence({ entries, sources }: ParsedList, report: Report): void {
  const provenanced: (Provenanced & object)[] = [
    ...entries.hosts,
    ...entries.paths,
    ...entries.brands,
    ...entries.names,
    ...entries.wrappers,
  ];
  for (const entry of provenanced) {
    const twice = entry.sources.find((source, index) => entry.sources.indexOf(source) !== index);
    if (twice !== undefined) report(entry, 'unsourced', `"${twice}" is named twice`);
    const unknown = entry.sources.filter((source) => isCode(source) && !Object.hasOwn(sources, source));
    if (unknown.length > 0)
      report(entry, 'unsourced', `no such source in sources.json: ${unknown.join(', ')}`);
    else if (entry.sources.length === 0) report(entry, 'unsourced', 'an entry needs at least one source');
    else if (!mayBeOnlySource(entry.sources, sources)) {
      const codes = entry.sources.join(', ');
      report(
        entry,
        'unsourced',
        `${codes} may not be the only ground (see sources.json); add a second source`,
      );
    }
  }
  for (const entry of [...entries.hosts, ...entries.paths]) {
    if (entry.tier === 'core' && !hasFirmEvidence(entry.sources, sources)) {
      report(entry, 'weak', 'core needs a public record or two independent sources; use "extended"');
    }
    if (entry.kind === 'sugar-for-pay' && entry.tier !== 'broad') {
      report(
        entry,
        'conflict',
        'sugar dating borders on dating: it belongs in "broad", which is off by default',
      );
    }
  }
}

/** @returns whether the sources include a public record, or two that cannot have copied each other. */
export function hasFirmEvidence(codes: readonly string[], sources: Sources): boolean {
  // A site's own words prove what it is, but not that anyone else has checked.
  if (codes.some((code) => !isCode(code) && !code.startsWith('own: '))) return true;
  if (codes.includes('D') || codes.includes('P')) return true;
  return codes.some((one, index) => codes.slice(index + 1).some((other) => independent(one, other, sources)));
}

/** @returns whether these are two lists, neither may have copied the other, and at least one gathers names itself. */
function independent(one: string, other: string, sources: Sources): boolean {
  if (one === other) return false;
  const a = sources[one];
  const b = sources[other];
  if (!a || !b || a.mayCopy.includes(other) || b.mayCopy.includes(one)) return false;
  const gathers = (standing: string) => standing === 'list' || standing === 'record';
  const counts = (standing: string) => gathers(standing) || standing === 'aggregate';
  return counts(a.standing) && counts(b.standing) && (gathers(a.standing) || gathers(b.standing));
}

function mayBeOnlySource(codes: readonly string[], sources: Sources): boolean {
  return codes.some((code) => !isCode(code) || sources[code]?.alone === true);
}

/** @returns whether this is a code from `sources.json`. Anything else is a citation. */
function isCode(source: string): boolean {
  return /^[A-Z][A-Z0-9]*$/.test(source);
}
