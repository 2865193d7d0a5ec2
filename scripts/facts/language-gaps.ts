/** Names every place that a language still lacks, so that a translation can be worked through from top to bottom. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Two languages that are complete: where both stand, a third belongs. */
const [FIRST, SECOND] = ['en', 'es'] as const;

/** Code with words of its own: where the static notice, the law's amounts and the lint are made. */
const CODE = '{components,entrypoints,scripts,utils}/**/*.{ts,tsx}';

/**
 * @param language - a code such as `fr`.
 * @param root - the project.
 * @returns one line a place, with how many texts are missing there. Empty for a language that is complete.
 */
export function languageGaps(language: string, root = '.'): string[] {
  return [
    ...listed(language, root),
    ...wordFiles(language, root),
    ...[`public/_locales/${language}/messages.json`, `data/stores/${language}.json`]
      .filter((file) => !existsSync(join(root, file)))
      .map((file) => `${file}: not there`),
    ...names(language, root),
    ...texts(language, root),
    ...code(language, root),
  ];
}

function listed(language: string, root: string): string[] {
  const file = 'utils/policy/types.ts';
  const list = /LANGUAGES = \[([^\]]*)\]/.exec(readFileSync(join(root, file), 'utf8'))?.[1] ?? '';
  return list.includes(`'${language}'`) ? [] : [`${file}: LANGUAGES does not name it`];
}

function wordFiles(language: string, root: string): string[] {
  return globSync(`data/words/${FIRST}/*.json`, { cwd: root })
    .sort()
    .flatMap((model) => {
      const file = model.replace(`/${FIRST}/`, `/${language}/`);
      if (!existsSync(join(root, file))) return [`${file}: not there`];
      const there = readJson(join(root, file)) as Record<string, string>;
      const lacking = Object.keys(readJson(join(root, model)) as object).filter((key) => !there[key]);
      return lacking.length > 0
        ? [`${file}: ${lacking.length} missing (${lacking.slice(0, 3).join(', ')})`]
        : [];
    });
}

/** The language's own name, in the choices of every language. */
function names(language: string, root: string): string[] {
  const key = `language-${language}`;
  const model = `language-${FIRST}`;
  return globSync('data/words/*/*.json', { cwd: root })
    .sort()
    .filter((file) => {
      const words = readJson(join(root, file)) as Record<string, string>;
      return words[model] !== undefined && !words[key];
    })
    .map((file) => `${file}: lacks "${key}"`);
}

/** Reviewed data holds its texts side by side. */
function texts(language: string, root: string): string[] {
  return globSync('data/{claims,help,law,learn,place}/*.json', { cwd: root })
    .concat('data/signs.json')
    .sort()
    .flatMap((file) => {
      const missing = count(readJson(join(root, file)), language);
      return missing > 0 ? [`${file}: ${missing} missing`] : [];
    });
}

function count(value: unknown, language: string): number {
  if (typeof value !== 'object' || value === null) return 0;
  const here = FIRST in value && SECOND in value && !(language in value) ? 1 : 0;
  return Object.values(value).reduce<number>((sum, one) => sum + count(one, language), here);
}

function code(language: string, root: string): string[] {
  const has = (text: string, key: string) => new RegExp(`[{,(\\s]${key}: `).test(text);
  return globSync(CODE, { cwd: root })
    .sort()
    .filter((file) => {
      const text = readFileSync(join(root, file), 'utf8');
      return has(text, FIRST) && has(text, SECOND) && !has(text, language);
    })
    .map((file) => `${file}: has words of its own, not in this language`);
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}
