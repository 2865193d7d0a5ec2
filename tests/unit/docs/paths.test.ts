/** Tests that files named in the documents, and links between them, exist. */
import { existsSync, globSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { documents, projectFiles, quoted, sources } from './documents.ts';

const files = projectFiles();
const all = documents();
const folders = new Set(
  files.map((file) => file.split('/')[0] as string).filter((name) => !name.includes('.')),
);
const code = sources();

/** Names in a document that belong to another project or are only an example, each with its reason. */
const NOT_OURS: Record<string, string> = {
  'components/policy/core/common': 'a folder of Chromium, a source of docs/deploy/places.md',
  'components/policy/resources/templates/policy_definitions': 'another, a source of docs/deploy/limits.md',
  'pilot.json': 'the administrator writes it, in an example',
  'node_modules/.bin/node': 'made by npm',
};

const looksLikeFile = (name: string) =>
  !/[\s:?]|^[/=.]/.test(name) &&
  ((name.includes('/') && folders.has(name.split('/')[0] as string)) ||
    /\.(?:tsx?|jsonl?|md|css|html|m?js|txt|ya?ml)$/.test(name));

/** @returns whether a file exists. Placeholders such as `<code>` and `*` need at least one real name. */
function exists(name: string, beside: string): boolean {
  const pattern = name.replace(/<\w+>/g, '*').replace(/\/$/, '');
  if (pattern.includes('*') ? globSync(pattern).length > 0 : existsSync(pattern)) return true;
  if (existsSync(join(dirname(beside), name)) || files.some((file) => file.endsWith(`/${name}`))) return true;
  // If it is neither a source file nor below a folder of the project, the program that writes it must name it.
  const last = pattern.split('/').at(-1)?.split('*').at(-1) as string;
  const source = /\.(?:tsx?|jsonl|css)$/.test(name) || folders.has(name.split('/')[0] as string);
  return !source && code.includes(last);
}

/** @returns the fragment that GitHub gives to a heading. */
const anchor = (heading: string) =>
  heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');

for (const document of all) {
  describe(document.file, () => {
    test('names only files that exist', () => {
      const missing = quoted(document).filter(
        (name) => looksLikeFile(name) && !(name in NOT_OURS) && !exists(name, document.file),
      );
      expect(missing).toEqual([]);
    });

    test('links only to what exists', () => {
      const links = [...document.prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target as string);
      const broken = links.filter((target) => {
        if (/^(?:https?:|mailto:)/.test(target)) return false;
        const [path = '', part] = target.split('#');
        const file = path === '' ? document.file : join(dirname(document.file), path);
        if (!existsSync(file)) return true;
        const linked = all.find((each) => each.file === file);
        const headings = [...(linked?.prose.matchAll(/^#+ (.+)$/gm) ?? [])].map(([, heading]) =>
          anchor(heading as string),
        );
        return part !== undefined && !headings.includes(part);
      });
      expect(broken).toEqual([]);
    });
  });
}

test('the check can fail', () => {
  for (const name of [
    'utils/worker/gone.ts',
    'gone.ts',
    'data/law/<code>/gone.json',
    'docs/gone.md',
    'gone.txt',
  ])
    expect([name, looksLikeFile(name) && !exists(name, 'README.md')]).toEqual([name, true]);
  for (const name of [
    'utils/worker/apply.ts',
    'worker/apply.ts',
    'data/law/<code>.json',
    'docs/',
    'policies.json',
  ])
    expect([name, !looksLikeFile(name) || exists(name, 'README.md')]).toEqual([name, true]);
});

test('the index of the documents leaves none out', () => {
  const index = all.find(({ file }) => file === 'docs/README.md');
  const pages = globSync('docs/*.md').filter((file) => file !== 'docs/README.md');
  expect(pages.length).toBeGreaterThan(10);
  expect(pages.filter((file) => !index?.prose.includes(`](${file.slice('docs/'.length)})`))).toEqual([]);
});
