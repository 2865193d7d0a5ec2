/** Turns the project's own documents into the site's HTML. */

import { Marked, type Token, type Tokens, type TokensList } from 'marked';
import { escapeHtml } from '../escape-html.ts';

export interface MarkdownPage {
  /** The first heading's text. */
  title: string;
  html: string;
}

type Link = (target: string) => string | null;

/** The site's style has no look for these, and no document needs them. */
const NO_LOOK = ['blockquote', 'hr', 'checkbox'];

/**
 * @param text - Markdown. Raw HTML but comments is an error, so that nothing is lost without a word.
 * @param link - gives the address for a link's target, or null where the target is not part of the site: then only its text is there.
 */
export function renderMarkdown(text: string, link: Link): MarkdownPage {
  const marked = readerWith(link);
  const tokens = marked.lexer(text);
  marked.walkTokens(tokens, refuseUnknown);
  return { title: titleOf(tokens), html: marked.parser(tokens).trim() };
}

function refuseUnknown(token: Token): void {
  const raw = token.type === 'html' && !token.raw.startsWith('<!--');
  if (raw || NO_LOOK.includes(token.type))
    throw new Error(`Markdown that the site does not know: ${token.raw}`);
}

/** A wide table or long line of code scrolls by itself, so the keyboard must reach it. */
function readerWith(link: Link): Marked {
  return new Marked({
    renderer: {
      heading({ tokens, depth }) {
        return `<h${depth} id="${anchorOf(plain(tokens))}">${this.parser.parseInline(tokens)}</h${depth}>\n`;
      },
      code({ text }) {
        return `<pre tabindex="0"><code>${escapeHtml(text)}</code></pre>\n`;
      },
      table({ header, rows }) {
        const line = (cells: Tokens.TableCell[], cell: (inner: string) => string) =>
          `<tr>${cells.map(({ tokens }) => cell(this.parser.parseInline(tokens))).join('')}</tr>`;
        const head = header.some(({ text }) => text !== '')
          ? `<thead>${line(header, (inner) => `<th scope="col">${inner}</th>`)}</thead>`
          : '';
        const body = rows.map((cells) => line(cells, (inner) => `<td>${inner}</td>`)).join('\n');
        return `<div class="table" tabindex="0"><table>${head}<tbody>${body}</tbody></table></div>\n`;
      },
      link({ href, tokens }) {
        const said = this.parser.parseInline(tokens);
        const address = link(href);
        return address === null ? said : `<a href="${escapeHtml(address)}">${said}</a>`;
      },
      // A picture becomes its description: the site has no pictures.
      image: ({ text }) => escapeHtml(text),
      html: () => '',
    },
  });
}

function titleOf(tokens: TokensList): string {
  const first = tokens.find((token) => token.type === 'heading') as Tokens.Heading | undefined;
  return first ? plain(first.tokens) : '';
}

/** @returns the words of a heading, without marks. */
function plain(tokens: readonly Token[]): string {
  return tokens
    .map((token) =>
      'tokens' in token && token.tokens ? plain(token.tokens) : 'text' in token ? token.text : '',
    )
    .join('');
}

/** @returns the fragment that GitHub gives a heading, so that links between documents work. */
export function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');
}
