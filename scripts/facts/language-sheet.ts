/** Makes a page to print: every sentence of a language with its place on screen and its English, to be read in an hour. */

import { directionOf } from '../../utils/words/document-language.ts';
import { escapeHtml } from '../escape-html.ts';
import { aimOf, requiredFiles, textsOf } from './required-texts.ts';
import { readReviews, reviewText } from './reviewed.ts';

/** Headings for each kind of file, in the order in which a reviewer sees them. */
const KINDS: Readonly<Record<string, string>> = {
  words: 'Words on the screen',
  help: 'Helplines, in "Get help"',
  law: 'The law, on the notice and in "What the law says here"',
  claims: 'Messages on the notice',
  learn: 'Signs of control, on the learn page',
  place: 'Names of regions',
  stores: 'The listing in the stores',
};

/** Surfaces in the order in which a reader meets them. */
const FIRST = [
  'notice',
  'main-helpline',
  'messages',
  'overlay',
  'help',
  'law',
  'popup',
  'welcome',
  'controls',
];

/** @returns a whole HTML document that loads nothing. */
export function languageSheet(language: string, root = '.'): string {
  const own = new Intl.DisplayNames('en', { type: 'language' }).of(language) ?? language;
  const files = requiredFiles(language, aimOf(language, root), root).toSorted(
    (a, b) => rank(a.file) - rank(b.file),
  );
  const reviews = readReviews(language, root);
  const parts = files.map(({ file, texts }) => {
    const there = textsOf(file, root);
    const rows = [...texts].map(
      ([path, english]) =>
        `<tr><td class="key">${escapeHtml(path)}</td><td lang="${language}" dir="${directionOf(language)}">${escapeHtml(there.get(path) ?? '—')}</td><td lang="en">${escapeHtml(english)}</td><td class="mark"></td></tr>`,
    );
    const [, kind = ''] = file.split('/');
    return `<section><h2>${escapeHtml(KINDS[kind] ?? kind)}: <code>${escapeHtml(file)}</code></h2>
<p>${escapeHtml(reviewText(reviews[file]))}</p>
<table><thead><tr><th>Key</th><th>${escapeHtml(own)}</th><th>English</th><th>Better</th></tr></thead><tbody>
${rows.join('\n')}
</tbody></table></section>`;
  });
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Second Thought in ${escapeHtml(own)}, for review</title>
<style>${STYLE}</style>
<h1>Second Thought in ${escapeHtml(own)}</h1>
<p>Read the middle column aloud. Would you say it so to a friend whom you do not judge? Is it true, and the same as the English?
Write what is better into the last column. Words in braces are filled in by the program and stay as they are.
docs/translating.md says how to hand it in.</p>
${parts.join('\n')}
</html>
`;
}

function rank(file: string): number {
  const [, kind, , name = ''] = file.split('/');
  const at = FIRST.indexOf(name.replace('.json', ''));
  return kind === 'words' && at >= 0 ? at : kind === 'words' ? 100 : 50;
}

const STYLE = `
body { font: 15px/1.45 system-ui, sans-serif; margin: 1.5rem; color: #1a1a1a; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; }
th, td { border: 1px solid #999; padding: .3rem .5rem; text-align: start; vertical-align: top; overflow-wrap: anywhere; }
.key { width: 14%; color: #555; font-size: .8rem; } .mark { width: 22%; }
th:first-child { width: 14%; } th:last-child { width: 22%; }
h2 { font-size: 1.1rem; margin-top: 2rem; }
@media print { thead { display: table-header-group; } tr { break-inside: avoid; } }
`;
