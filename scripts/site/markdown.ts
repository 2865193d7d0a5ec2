/** Turns the project's own documents into HTML: headings, paragraphs, lists, tables, code, links. It knows what they use, and throws at anything else. */

export interface MarkdownPage {
  /** The first heading's text. */
  title: string;
  html: string;
}

/**
 * @param text - Markdown as the project's documents write it. Raw HTML but comments is an error, so that nothing is lost without a word.
 * @param link - gives the address for a link's target, or null where the target is not part of the site: then only its text stands there.
 */
export function renderMarkdown(text: string, link: (target: string) => string | null): MarkdownPage {
  const lines = text.replace(/<!--[\s\S]*?-->\n?/g, '').split('\n');
  const blocks = readBlocks(lines);
  const title = blocks.find((block) => block.kind === 'heading')?.text ?? '';
  return { title: plain(title), html: blocks.map((block) => blockHtml(block, link)).join('\n') };
}

type Block =
  | { kind: 'heading'; level: number; text: string }
  | { kind: 'paragraph'; text: string }
  | { kind: 'code'; text: string }
  | { kind: 'table'; rows: string[][] }
  | { kind: 'list'; ordered: boolean; items: Block[][] };

type Link = (target: string) => string | null;

const FENCE = /^```/;
const ITEM = /^(?:[-*]|(\d+)\.) +/;
const HEADING = /^(#{1,6}) +(.*)$/;

function readBlocks(lines: readonly string[]): Block[] {
  const blocks: Block[] = [];
  let at = 0;
  const take = (belongs: (line: string) => boolean) => {
    const from = at;
    while (at < lines.length && belongs(lines[at] ?? '')) at += 1;
    return lines.slice(from, at);
  };
  while (at < lines.length) {
    const line = lines[at] ?? '';
    const heading = HEADING.exec(line);
    if (line.trim() === '') at += 1;
    else if (heading) {
      blocks.push({ kind: 'heading', level: heading[1]?.length ?? 1, text: heading[2] ?? '' });
      at += 1;
    } else if (FENCE.test(line)) {
      at += 1;
      blocks.push({ kind: 'code', text: take((one) => !FENCE.test(one)).join('\n') });
      at += 1;
    } else if (line.startsWith('|')) {
      blocks.push({ kind: 'table', rows: take((one) => one.startsWith('|')).map(cellsOf) });
    } else if (ITEM.test(line)) {
      blocks.push(readList(take((one) => ITEM.test(one) || /^( {2}|$)/.test(one) || !startsBlock(one))));
    } else if (/^(>|<|---)/.test(line)) {
      throw new Error(`Markdown that the site does not know: ${line}`);
    } else {
      blocks.push({ kind: 'paragraph', text: take((one) => one !== '' && !startsBlock(one)).join('\n') });
    }
  }
  return blocks;
}

/** A line that can follow a paragraph without an empty line between. */
function startsBlock(line: string): boolean {
  return HEADING.test(line) || FENCE.test(line) || line.startsWith('|') || ITEM.test(line);
}

function readList(lines: readonly string[]): Block {
  const items: string[][] = [];
  let indent = 0;
  for (const line of lines) {
    const [mark] = ITEM.exec(line) ?? [];
    if (mark !== undefined) {
      indent = mark.length;
      items.push([line.slice(indent)]);
    } else items.at(-1)?.push(line.startsWith(' ') ? line.slice(Math.min(indent, leading(line))) : line);
  }
  return { kind: 'list', ordered: /^\d/.test(lines[0] ?? ''), items: items.map(readBlocks) };
}

function leading(line: string): number {
  return line.length - line.trimStart().length;
}

/** A pipe within code belongs to the cell only where a backslash stands before it, as on GitHub. */
function cellsOf(line: string): string[] {
  return line
    .trim()
    .replace(/^\||\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim().replace(/\\\|/g, '|'));
}

function blockHtml(block: Block, link: Link): string {
  if (block.kind === 'heading') {
    const { level, text } = block;
    return `<h${level} id="${anchorOf(text)}">${inline(text, link)}</h${level}>`;
  }
  if (block.kind === 'paragraph') return `<p>${inline(block.text, link)}</p>`;
  if (block.kind === 'code') return `<pre tabindex="0"><code>${escapeHtml(block.text)}</code></pre>`;
  if (block.kind === 'table') return tableHtml(block.rows, link);
  const name = block.ordered ? 'ol' : 'ul';
  const items = block.items.map((inner) => `<li>${itemHtml(inner, link)}</li>`);
  return `<${name}>\n${items.join('\n')}\n</${name}>`;
}

/** The first lines of an item stand in it as they are. */
function itemHtml([first, ...rest]: Block[], link: Link): string {
  const begin = first?.kind === 'paragraph' ? inline(first.text, link) : first ? blockHtml(first, link) : '';
  return [begin, ...rest.map((block) => blockHtml(block, link))].join('\n');
}

function tableHtml([head = [], rule = [], ...body]: string[][], link: Link): string {
  if (!rule.every((cell) => /^:?-+:?$/.test(cell)))
    throw new Error(`A table without a head: ${head.join(' | ')}`);
  const row = (cells: string[], name: string) =>
    `<tr>${cells.map((cell) => `<${name}>${inline(cell, link)}</${name}>`).join('')}</tr>`;
  const begin = head.some((cell) => cell !== '')
    ? `<thead>${row(head, 'th scope="col"').replaceAll('</th scope="col">', '</th>')}</thead>`
    : '';
  return `<div class="table" tabindex="0"><table>${begin}<tbody>${body.map((cells) => row(cells, 'td')).join('\n')}</tbody></table></div>`;
}

const INLINE =
  /(`+)(.+?)\1(?!`)|!?\[((?:`[^`]*`|[^\]])+)\]\(([^)\s]+)\)|\*\*(.+?)\*\*|(?<![\w*])\*([^*\s](?:[^*]*[^*\s])?)\*(?!\w)|<(https?:[^>]+)>/gs;

function inline(text: string, link: Link): string {
  let html = '';
  let at = 0;
  for (const found of text.matchAll(INLINE)) {
    const [all, , code, label, target, strong, emphasis, address] = found;
    html += escapeHtml(text.slice(at, found.index));
    at = found.index + all.length;
    if (code !== undefined) html += `<code>${escapeHtml(code)}</code>`;
    else if (label !== undefined) html += linkHtml(all, label, target ?? '', link);
    else if (strong !== undefined) html += `<strong>${inline(strong, link)}</strong>`;
    else if (emphasis !== undefined) html += `<em>${inline(emphasis, link)}</em>`;
    else html += linkHtml(all, address ?? '', address ?? '', link);
  }
  return html + escapeHtml(text.slice(at));
}

/** A picture stands as its description: the site carries none. */
function linkHtml(all: string, label: string, target: string, link: Link): string {
  const address = all.startsWith('!') ? null : link(target);
  const said = label === target ? escapeHtml(label) : inline(label, link);
  return address === null ? said : `<a href="${escapeHtml(address)}">${said}</a>`;
}

/** @returns the fragment that GitHub gives a heading, so that links between documents hold. */
export function anchorOf(heading: string): string {
  return plain(heading)
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');
}

function plain(text: string): string {
  return text.replace(/\[([^\]]+)\]\([^)]*\)/g, '$1').replace(/[`*]/g, '');
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
