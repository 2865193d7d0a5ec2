/** Finds the sources a section rests on and looks them up. */
import claimSources from '../../data/learn/claim-sources.json';
import sources from '../../data/learn/sources.json';
import type { LearnSection, LearnSource, SourceId } from './types.ts';

const ALL: Record<SourceId, LearnSource> = { ...claimSources, ...sources } as Record<SourceId, LearnSource>;

/**
 * @param section - a section of the outline.
 * @returns the ids of its sources in the order of first mention; their place plus one is the number shown.
 */
export function sourcesOf(section: LearnSection): SourceId[] {
  const found = new Set<SourceId>();
  collect(section.blocks, found);
  return [...found];
}

/** @returns the source with this id, as reviewed in `data/learn/`. */
export function sourceById(id: SourceId): LearnSource {
  return ALL[id];
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
