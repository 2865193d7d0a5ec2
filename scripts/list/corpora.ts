/** Reads the corpora that the list is measured with from `tests/corpus`. Each file says at its top where its lines come from. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The project's own corpora. */
const CORPUS_FOLDER = join(import.meta.dirname, '../../tests/corpus');

/** One line of a corpus: its fields, and its group (`# == group`). */
interface Line {
  group: string;
  fields: string[];
}

/** Names that differ little, and for which one decision is made. */
export interface FoundFamily {
  language: string;
  /** Whether the name contains a word of the trade. */
  plain: boolean;
  names: string[];
}

/** Everything that the list is measured with. Names are hosts, or addresses without a scheme. */
export interface Corpora {
  operators: string[];
  families: FoundFamily[];
  invented: { group: string; name: string }[];
  audited: string[];
  blind: { names: string[]; innocents: string[]; searches: string[] };
  innocent: { group: string; name: string }[];
  collected: string[];
  searchesBuying: { language: string; words: string }[];
  searchesInnocent: string[];
}

/** @param folder - a folder laid out like `tests/corpus`. */
export function readCorpora(folder: string = CORPUS_FOLDER): Corpora {
  const lines = (file: string) => readLines(join(folder, file));
  const names = (file: string) => lines(file).map(({ group, fields }) => ({ group, name: fields[0] ?? '' }));
  return {
    operators: lines('operators.tsv').map(({ fields }) => fields[1] ?? ''),
    families: lines('found-names.tsv').map(({ fields }) => {
      const [language = '', plain = '', , some = ''] = fields;
      return { language, plain: plain === 'plain', names: some.split(' ') };
    }),
    invented: names('unlisted-names.txt'),
    audited: names('unlisted-names-audited.txt').map(({ name }) => name),
    blind: {
      names: names('blind-names.txt').map(({ name }) => name),
      innocents: names('blind-innocents.txt').map(({ name }) => name),
      searches: lines('blind-searches.tsv').map(({ fields }) => fields[1] ?? ''),
    },
    innocent: names('innocent-names.txt'),
    collected: names('must-not-match.txt').map(({ name }) => name),
    searchesBuying: lines('searches-buying.tsv').map(({ fields }) => {
      const [language = '', words = ''] = fields;
      return { language, words };
    }),
    searchesInnocent: lines('searches-innocent.tsv').map(({ fields }) => fields[1] ?? ''),
  };
}

function readLines(path: string): Line[] {
  let group = '';
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line) => {
      if (line.startsWith('# == ')) group = line.slice(5);
      return line === '' || line.startsWith('#') ? [] : [{ group, fields: line.split('\t') }];
    });
}
