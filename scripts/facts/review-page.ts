/** Builds one HTML page on which a lawyer or translator can read every notice text next to its sources. */

import type { Law } from '../../utils/notice/law-types.ts';
import type { OffenceView, Row } from '../../utils/notice/law-view.ts';
import { escapeHtml } from '../escape-html.ts';
import type { noticeRenderer, RenderedNotice } from './render-notice.ts';

/** The law of every place in one language, and the function that renders it. */
export interface ReviewedLanguage {
  laws: readonly Law[];
  render: ReturnType<typeof noticeRenderer>;
}

/**
 * @param languages - side by side on the page. The first names the places.
 * @param today - the day whose texts the page shows.
 * @returns a whole HTML document that loads nothing.
 */
export function reviewPage(languages: readonly ReviewedLanguage[], today: string): string {
  const laws = languages[0]?.laws ?? [];
  const index = laws.map(({ code, name }) => `<a href="#${code}">${escapeHtml(name)}</a>`).join(' · ');
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Second Thought: law texts for review</title>
<style>${STYLE}</style>
<h1>Law texts for review</h1>
<p>${laws.length} entries, as shown on ${today}. The notice of a first showing comes first, then "What the law says here",
then the sources and what the next review should look up. Nothing here is legal advice.</p>
<nav>${index}</nav>
<main>
${laws.map((law) => entry(law, languages)).join('\n')}
</main>
</html>
`;
}

const STYLE = `
body { font: 16px/1.5 system-ui, sans-serif; max-width: 80rem; margin: 2rem auto; padding: 0 1rem; color: #1a1a1a; }
section { border-top: 3px solid #444; margin-top: 3rem; }
.languages { display: grid; grid-template-columns: 1fr 1fr; gap: 2rem; }
.notice { border: 1px solid #666; padding: 1rem; }
.notice h3 { margin: 0; }
dl { display: grid; grid-template-columns: 10rem 1fr; gap: .2rem 1rem; margin: .3rem 0 1rem; }
dt { color: #555; } dd { margin: 0; }
.flag { background: #fff2cc; padding: .1rem .4rem; }
.sources { font-size: .9rem; }
@media print { nav { display: none; } section { break-inside: avoid; } }
`;

function entry(law: Law, languages: readonly ReviewedLanguage[]): string {
  const flags = [
    `confidence: ${law.confidence}`,
    `evidence: ${law.evidence}`,
    `check again: ${law.checkAgain}`,
    ...(law.pending ? [`pending: ${law.pending}`] : []),
    ...(law.display ? [] : ['blocked: nothing is shown']),
    ...(law.buyerPunished === 'yes' ? [] : [`payer punished: ${law.buyerPunished}`]),
  ];
  return `<section id="${law.code}">
<h2>${escapeHtml(law.name)} (${law.code})</h2>
<p>${flags.map((flag) => `<span class="flag">${escapeHtml(flag)}</span>`).join(' ')}</p>
<div class="languages">${languages
    .map(({ laws, render }) => {
      const said = laws.find(({ code }) => code === law.code);
      return said ? column(said, render(said)) : '';
    })
    .join('\n')}</div>
<div class="sources"><h3>Read in</h3><ol>${law.readIn
    .map(
      ({ title, url, note }) =>
        `<li>${escapeHtml(title)}${url ? ` <code>${escapeHtml(url)}</code>` : ''}${note ? ` (${escapeHtml(note)})` : ''}</li>`,
    )
    .join('')}</ol>
${law.official ? `<p>Official text: ${escapeHtml(law.official.title)} <code>${escapeHtml(law.official.url)}</code></p>` : ''}${law.noPenaltyRead ? `<p>Read, and why no penalty: ${escapeHtml(law.noPenaltyRead)}</p>` : ''}${consequences(law)}
${law.toCheck ? `<p>At the next review: ${escapeHtml(law.toCheck)}</p>` : ''}${unread(law)}</div>
</section>`;
}

function column(law: Law, { headline, notice, full, minors }: RenderedNotice): string {
  const { main, alongside, supporting } = notice;
  const texts = [main, ...(alongside ? [alongside] : []), supporting];
  return `<div lang="${law.language}">
<div class="notice"><h3>${escapeHtml(headline)}</h3>${texts
    .map(({ text, theme }) => `<p title="${theme}">${escapeHtml(text)}</p>`)
    .join('')}</div>
${minors && !law.showFederalMinor ? `<p>${escapeHtml(minors)}</p>` : ''}
${
  full
    ? `<h3>${escapeHtml(full.title)}</h3>${full.summary.map((text) => `<p>${escapeHtml(text)}</p>`).join('')}
${full.sections
  .map(
    ({ heading, offences, points }) =>
      `<h4>${escapeHtml(heading)}</h4>${offences.map(offence).join('')}${points.length > 0 ? rowList(points) : ''}`,
  )
  .join('')}
<p>${[...full.remarks, ...full.readIn.remarks].map(escapeHtml).join(' ')}</p>`
    : '<p>—</p>'
}
</div>`;
}

function offence({ name, citation, rows }: OffenceView): string {
  return `<h5>${escapeHtml(name)}${citation ? ` <small>${escapeHtml(citation)}</small>` : ''}</h5>${rowList(rows)}`;
}

function rowList(rows: readonly (Row & { citation?: string | null })[]): string {
  return `<dl>${rows
    .map(
      ({ label, value, citation }) =>
        `<dt>${escapeHtml(label)}</dt><dd>${escapeHtml(value)}${citation ? ` <small>${escapeHtml(citation)}</small>` : ''}</dd>`,
    )
    .join('')}</dl>`;
}

/** Lists which consequences were looked for but not found, or could not be read. */
function consequences({ collateralRead = [] }: Law): string {
  return collateralRead
    .map(
      ({ kinds, found, where, on }) =>
        `<p>${found === false ? 'Read, none' : 'Not read'}: ${kinds.join(', ')} (${escapeHtml(where)}, ${on})</p>`,
    )
    .join('');
}

/** Lists what the entry contains but the notice does not show, because nobody has read it in a source. */
function unread(law: Law): string {
  const items = [...law.offences, ...law.minor].flatMap(({ name, unread: parts }) =>
    parts ? [`${name}: ${parts.join(', ')}`] : [],
  );
  if (items.length === 0) return '';
  return `<p>In the data, not read in a source and so not shown:</p><ul>${items
    .map((item) => `<li>${escapeHtml(item)}</li>`)
    .join('')}</ul>`;
}
