/** Which texts a language has to have: by its depth, and by the places where it is spoken. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { ClaimFacts } from '../../utils/notice/claims-types.ts';
import { helpRegion } from '../../utils/notice/help-region.ts';
import type { LanguageEntry } from '../../utils/words/languages.ts';
import { flatten } from './texts.ts';

/** The language every other one is translated from. */
export const MODEL = 'en';

/** Surfaces that only languages in full have; every other one belongs to the core. */
const FULL_ONLY = /^(deploy|deploy-page|learn|learn-.*|options|policy|preview)$/;

/** Law that holds, or is shown, wherever the reader is. */
const GENERAL_LAW = ['US', 'US-XT', 'XT'];

export type Aim = Pick<LanguageEntry, 'depth' | 'places'>;

/** One file of a language, and the English texts it has to have, by path. */
export interface WantedFile {
  /** From the project's root. */
  file: string;
  /** The English one beside it. */
  model: string;
  texts: Map<string, string>;
}

/** @returns what `data/languages.json` says of a language; what a new one aims at, where it is not there yet. */
export function aimOf(language: string, root = '.', otherwise: Aim = { depth: 'full', places: [] }): Aim {
  const list = readJson<Record<string, Aim>>(join(root, 'data/languages.json'));
  return list[language] ?? otherwise;
}

/** @returns every file the language has to have, in the order of their names. */
export function wantedFiles(language: string, { depth, places }: Aim, root = '.'): WantedFile[] {
  return globSync(`data/*/${MODEL}/*.json`, { cwd: root })
    .sort()
    .flatMap((model) => {
      const [, kind = ''] = model.split('/');
      if (kind === 'lint') return [];
      const name = basename(model, '.json');
      if (!isWanted(kind, name, depth, places)) return [];
      const file = model.replace(`/${MODEL}/`, `/${language}/`);
      const all = flatten(readJson(join(root, model)));
      const texts = kind === 'claims' && places ? claimsOf(all, name, places, root) : all;
      return texts.size > 0 ? [{ file, model, texts }] : [];
    });
}

function isWanted(kind: string, name: string, depth: Aim['depth'], places: Aim['places']): boolean {
  switch (kind) {
    case 'words':
      return depth === 'full' || !FULL_ONLY.test(name);
    case 'learn':
      return depth === 'full';
    case 'help':
      return !places || name === 'GLOBAL' || places.some((place) => helpRegion(place) === name);
    case 'law':
      return !places || GENERAL_LAW.includes(name) || places.includes(name.split('-')[0] ?? '');
    default:
      return true;
  }
}

/** A claim about another place is never shown to the language's readers, unless somebody translates it. */
function claimsOf(
  all: Map<string, string>,
  name: string,
  places: readonly string[],
  root: string,
): Map<string, string> {
  const claims = readJson<ClaimFacts[]>(join(root, `data/claims/${name}.json`));
  const shown = claims.filter(({ regions }) =>
    regions.some((region) => region === '*' || places.includes(region.split('-')[0] ?? '')),
  );
  const ids = new Set(shown.map(({ id }) => id));
  return new Map([...all].filter(([path]) => ids.has(path.split('.')[0] ?? '')));
}

/** @returns the texts a file holds, by path; none where it is not there. */
export function textsOf(file: string, root = '.'): Map<string, string> {
  return existsSync(join(root, file)) ? flatten(readJson(join(root, file))) : new Map();
}

export function readJson<T>(file: string): T {
  return JSON.parse(readFileSync(file, 'utf8')) as T;
}
