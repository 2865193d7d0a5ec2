/** Reads the reviewed helplines in `data/help/` for scripts, the build and tests. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { sayHelp } from '../../utils/notice/help-join.ts';
import type { HelpFacts, HelpFile, HelpSentences } from '../../utils/notice/help-types.ts';
import type { Language } from '../../utils/words/languages.ts';

const folder = new URL('../../data/help/', import.meta.url);

/** @returns every region of `data/help/` that has sentences in a language, sorted. Throws if a file is not JSON. */
export function readHelpFiles(language: Language): HelpFile[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json') && existsSync(new URL(`${language}/${name}`, folder)))
    .sort()
    .map((name) => sayHelp(read<HelpFacts>(name), read<HelpSentences>(`${language}/${name}`), language));
}

function read<T>(file: string): T {
  return JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as T;
}
