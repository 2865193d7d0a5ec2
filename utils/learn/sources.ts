/** Finds the sources that a section cites, and looks them up among the learn page's own and those of the reviewed claims. */
import own from '../../data/learn/sources.json' with { type: 'json' };
import type { Claim } from '../notice/claims-types.ts';
import type { LearnSection, LearnSource, SourceId } from './types.ts';

/** Looks up a source. Throws on a claim that is not in `data/claims/`; a test checks that the outline cites none. */
export type FindSource = (id: SourceId) => LearnSource;

/**
 * @param claims - all of `data/claims/`.
 * @returns a function that finds the page's own sources and those of claims (`claim:age-02`).
 */
export function sourceFinder(claims: readonly Claim[]): FindSource {
  const byId = new Map(claims.map((claim) => [`claim:${claim.id}`, claim]));
  return (id) => {
    if (!id.startsWith('claim:')) return own[id as keyof typeof own];
    const claim = byId.get(id);
    if (!claim) throw new Error(`The learn page cites "${id}", which is not in data/claims`);
    return { ...claim.source, checked: claim.checked, checkAgain: claim.checkAgain };
  };
}

export interface NumberedSources {
  /** Each source once, in the order of first mention. */
  list: LearnSource[];
  /** The place in the list, from 1; claims read in the same place share a number. */
  numbers: Map<SourceId, number>;
}

/**
 * @param section - a section of the outline.
 * @param find - looks a source up.
 * @returns its sources, numbered.
 */
export function numberSources(section: LearnSection, find: FindSource): NumberedSources {
  const list: LearnSource[] = [];
  const numbers = new Map<SourceId, number>();
  for (const id of sourcesOf(section)) {
    const source = find(id);
    const known = list.findIndex((other) => other.url === source.url);
    numbers.set(id, known < 0 ? list.push(source) : known + 1);
  }
  return { list, numbers };
}

/**
 * @param section - a section of the outline.
 * @returns the ids of its sources in the order of first mention.
 */
export function sourcesOf(section: LearnSection): SourceId[] {
  const found = new Set<SourceId>();
  collect(section.blocks, found);
  return [...found];
}

function collect(value: unknown, found: Set<SourceId>): void {
  if (Array.isArray(value)) {
    for (const item of value) collect(item, found);
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, inner] of Object.entries(value)) {
      if (name === 'sources') for (const id of inner as SourceId[]) found.add(id);
      else collect(inner, found);
    }
  }
}
