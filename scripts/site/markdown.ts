/** Turns the project's own documents into the site's HTML. */

import { Marked, type Token, type Tokens, type TokensList } from 'marked';
import { escapeHtml } from '../escape-html.ts';

export interface MarkdownPage {
  /** The text of the first heading. */
  title: string;
  html: string;
}

type Link = (target: string) => string | null;

/** Elements that the site's style sheet does not cover, and no document needs. */
const NO_LOOK = ['blockquote', 'hr', 'checkbox'];

/**
 * @param text - Markdown. Raw HTML other than comments is an error, so that nothing is lost silently.
 * @param link - returns the address for a link's target, or null if the target is not part of the site: then only its text remains.
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

/** Makes the renderer. A wide table or long line of code scrolls by itself, so the keyboard must be able to focus it. */
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
      // The site has no pictures, so each is replaced by its description.
      image: ({ text }) => escapeHtml(text),
      html: () => '',
    },
  });
}

function titleOf(tokens: TokensList): string {
  const first = tokens.find((token) => token.type === 'heading') as Tokens.Heading | undefined;
  return first ? plain(first.tokens) : '';
}

/** @returns the words of a heading, without markup. */
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
