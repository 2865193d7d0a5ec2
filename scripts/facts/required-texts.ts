/** Decides which texts a language needs: by its depth, and by the places where it is spoken. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { LEARN_SECTIONS } from '../../utils/learn/outline.ts';
import { sourcesOf } from '../../utils/learn/sources.ts';
import type { ClaimFacts } from '../../utils/notice/claims-types.ts';
import { helpRegion } from '../../utils/notice/help-region.ts';
import type { LanguageEntry } from '../../utils/words/languages.ts';
import { flatten } from './texts.ts';

/** The language from which all others are translated. */
export const MODEL = 'en';

/** Surfaces that only languages in full depth have. All others belong to the core. */
const FULL_ONLY = /^(deploy|deploy-page|learn|learn-.*|options|policy|preview)$/;

/** Law that applies, or is shown, in every place. */
const GENERAL_LAW = ['US', 'US-XT', 'XT'];

export type Aim = Pick<LanguageEntry, 'depth' | 'places'>;

/** One file of a language, and the English texts that it needs, by path. */
export interface WantedFile {
  /** Relative to the project's root. */
  file: string;
  /** The English file that it is translated from. */
  model: string;
  texts: Map<string, string>;
}

/** A language that is not in the list yet needs everything that applies in every place. */
const NEW: Aim = { depth: 'full', places: [] };

/**
 * @param asked - values to use instead of the list's, such as the full depth for a language that is listed as core.
 * @returns the aim of a language in `data/languages.json`, or of a new language, with the values that were asked for.
 */
export function aimOf(language: string, root = '.', asked: Partial<Aim> = {}): Aim {
  const list = readJson<Record<string, Aim>>(join(root, 'data/languages.json'));
  return { ...(list[language] ?? NEW), ...asked };
}

/**
 * @returns every file that the language needs, sorted by name, and files that it has beyond that: a law or a claim of another
 *   place becomes outdated like any other, and a law cannot be half translated.
 */
export function requiredFiles(language: string, { depth, places }: Aim, root = '.'): WantedFile[] {
  return globSync(`data/*/${MODEL}/*.json`, { cwd: root })
    .sort()
    .flatMap((model) => {
      const [, kind = ''] = model.split('/');
      if (kind === 'lint') return [];
      const name = basename(model, '.json');
      const file = model.replace(`/${MODEL}/`, `/${language}/`);
      if (!isWanted(kind, name, depth, places) && !isBeyond(kind, file, root)) return [];
      const all = flatten(readJson(join(root, model)));
      const texts =
        kind === 'claims' && places
          ? claimsOf(
              all,
              name,
              places,
              new Set([...(depth === 'full' ? CITED : []), ...idsIn(file, root)]),
              root,
            )
          : all;
      return texts.size > 0 ? [{ file, model, texts }] : [];
    });
}

/** @returns whether this is a translated law or helpline of a place where the language is not spoken. */
function isBeyond(kind: string, file: string, root: string): boolean {
  return (kind === 'help' || kind === 'law') && existsSync(join(root, file));
}

/** @returns the ids of the claims in a file of a language. */
function idsIn(file: string, root: string): string[] {
  return [...textsOf(file, root).keys()].flatMap((path) => path.split('.')[0] ?? []);
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

/** The claims that the learn page cites in every place. It cannot be shown without one of them. */
const CITED: ReadonlySet<string> = new Set(
  LEARN_SECTIONS.flatMap(sourcesOf).flatMap((id) => (id.startsWith('claim:') ? [id.slice(6)] : [])),
);

/**
 * @returns the claims that the language needs. Its readers never see a claim about another place, unless a page cites it or it
 *   is translated anyway.
 */
function claimsOf(
  all: Map<string, string>,
  name: string,
  places: readonly string[],
  anyway: ReadonlySet<string>,
  root: string,
): Map<string, string> {
  const claims = readJson<ClaimFacts[]>(join(root, `data/claims/${name}.json`));
  const shown = claims.filter(
    ({ id, regions }) =>
      anyway.has(id) ||
      regions.some((region) => region === '*' || places.includes(region.split('-')[0] ?? '')),
  );
  const ids = new Set(shown.map(({ id }) => id));
  return new Map([...all].filter(([path]) => ids.has(path.split('.')[0] ?? '')));
}

/** @returns the texts of a file, by path; none if there is no file. */
export function textsOf(file: string, root = '.'): Map<string, string> {
  return existsSync(join(root, file)) ? flatten(readJson(join(root, file))) : new Map();
}

export function readJson<T>(file: string): T {
  return JSON.parse(readFileSync(file, 'utf8')) as T;
}
