/** Names every place that a language still lacks, so that a translation can be worked through from top to bottom. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The language every other one is translated from. */
const MODEL = 'en';

/** A second complete one: where both stand in code, a third belongs. */
const SECOND = 'es';

/** Code with words of its own. */
const CODE = '{components,entrypoints,scripts,utils}/**/*.{ts,tsx}';

/**
 * @param language - a code such as `fr`.
 * @param root - the project.
 * @returns one line a place, with how many texts are missing or superfluous there. Empty for a language that is complete.
 */
export function languageGaps(language: string, root = '.'): string[] {
  return [
    ...listed(language, root),
    ...files(language, root),
    ...names(language, root),
    ...code(language, root),
  ];
}

function listed(language: string, root: string): string[] {
  const file = 'utils/policy/types.ts';
  const list = /LANGUAGES = \[([^\]]*)\]/.exec(readFileSync(join(root, file), 'utf8'))?.[1] ?? '';
  return list.includes(`'${language}'`) ? [] : [`${file}: LANGUAGES does not name it`];
}

/** Every file of the model's folders, key by key. */
function files(language: string, root: string): string[] {
  return globSync(`data/*/${MODEL}/*.json`, { cwd: root })
    .sort()
    .flatMap((model) => {
      const file = model.replace(`/${MODEL}/`, `/${language}/`);
      if (!existsSync(join(root, file))) return [`${file}: not there`];
      const wanted = new Set(keys(readJson(join(root, model))));
      const there = new Set(keys(readJson(join(root, file))));
      return [
        ...gap(
          file,
          'missing',
          [...wanted].filter((key) => !there.has(key)),
        ),
        ...gap(
          file,
          'not in English',
          [...there].filter((key) => !wanted.has(key)),
        ),
      ];
    });
}

function gap(file: string, what: string, found: readonly string[]): string[] {
  return found.length > 0 ? [`${file}: ${found.length} ${what} (${found.slice(0, 3).join(', ')})`] : [];
}

/** @returns the paths of all texts, such as `lines.us-nhth.about`; an empty text counts as none. */
function keys(value: unknown, path = ''): string[] {
  if (typeof value === 'string') return value === '' ? [] : [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => keys(inner, path ? `${path}.${key}` : key));
}

/** The language's own name, in the choices of every language. */
function names(language: string, root: string): string[] {
  const key = `language-${language}`;
  const model = `language-${MODEL}`;
  return globSync('data/words/*/*.json', { cwd: root })
    .sort()
    .filter((file) => {
      const words = readJson(join(root, file)) as Record<string, string>;
      return words[model] !== undefined && !words[key];
    })
    .map((file) => `${file}: lacks "${key}"`);
}

function code(language: string, root: string): string[] {
  const has = (text: string, key: string) => new RegExp(`[{,(\\s]${key}: `).test(text);
  return globSync(CODE, { cwd: root })
    .sort()
    .filter((file) => {
      const text = readFileSync(join(root, file), 'utf8');
      return has(text, MODEL) && has(text, SECOND) && !has(text, language);
    })
    .map((file) => `${file}: has words of its own, not in this language`);
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}
