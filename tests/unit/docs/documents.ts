/** Reads the project's documents and source files for the tests of the documents. */
import { globSync, readFileSync } from 'node:fs';

export interface Document {
  /** Path relative to the project's root. */
  file: string;
  text: string;
  /** The text without fenced blocks, which have other rules. */
  prose: string;
}

/** Folders that tools generate, as in `.gitignore`. */
const MADE = ['node_modules', 'coverage'];

/** @returns every file of the project by its path, without generated and hidden ones, except `.github`. */
export function projectFiles(): string[] {
  return globSync('{*,.github/**/*,!(node_modules|coverage)/**/*}', {
    exclude: MADE,
    withFileTypes: true,
  })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.replace(`${process.cwd()}/`, '').replace(/^\.\//, ''))
    .filter((file) => !MADE.some((folder) => file.startsWith(`${folder}/`)));
}

/** @returns every Markdown document of the project. */
export function documents(): Document[] {
  return projectFiles()
    .filter((file) => file.endsWith('.md'))
    .sort()
    .map((file) => {
      const text = readFileSync(file, 'utf8');
      return { file, text, prose: text.replace(/^```[\s\S]*?^```/gm, '') };
    });
}

/** @returns what is between single backticks in a text's prose. */
export function quoted({ prose }: Pick<Document, 'prose'>): string[] {
  return [...prose.matchAll(/`([^`\n]+)`/g)].map(([, name]) => name as string);
}

/** @returns the text of all code and data that people wrote, without the tests of the documents. */
export function sources(): string {
  return projectFiles()
    .filter((file) => /\.(?:tsx?|json|css|html|c|ya?ml)$/.test(file) && !file.startsWith('tests/unit/docs/'))
    .filter((file) => !/^(?:data\/(?!words)|tests\/(?:golden|corpus)|package-lock)/.test(file))
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
}
