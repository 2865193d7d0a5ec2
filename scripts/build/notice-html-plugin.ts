/** Vite plugin: writes what every notice shows (heading, exit, helpline) into its static HTML, in every language and for every country. */
import { readdirSync, readFileSync } from 'node:fs';
import { withLinks } from '../../utils/notice/contact-links.ts';
import type { Language } from '../../utils/words/languages.ts';
import { readWords } from '../facts/words.ts';
import { type BuiltMainHelpline, mainHelplines } from './main-helplines.ts';
import { TRUST, trustedExpression } from './trust.ts';

const NOTICE = new URL('../../entrypoints/notice/index.html', import.meta.url);
const WORDS = new URL('../../data/words/', import.meta.url);

/** Headings that take turns; the first paint picks one. */
const HEADLINES = ['headline0', 'headline1', 'headline2', 'headline3'] as const;

const FIRST_PAINT = '<script src="/first-paint.js"';

/** Module with the body of the notice's static HTML, words and all, so that a preview shows the very same. */
const BODY = 'virtual:notice-body';

/** @returns a Vite plugin that fills the marked places of `notice/index.html`. */
export function noticeHtml() {
  return {
    name: 'second-thought:notice-html',
    enforce: 'pre' as const,
    resolveId: (id: string) => (id === BODY ? `\0${BODY}` : null),
    load: (id: string) =>
      id === `\0${BODY}`
        ? `export default ${trustedExpression(TRUST.html, 'createHTML', noticeBody())}`
        : null,
    /** The selectors join the notice's own style sheet: the page's policy allows no inline style. */
    transform(code: string, id: string): string | null {
      // Also where the preview imports it as a text (`?inline`).
      return id.split('?')[0]?.endsWith('/notice/notice.css')
        ? `${code}\n${selectors(languages(), countries())}`
        : null;
    },
    transformIndexHtml: {
      order: 'pre' as const,
      handler: (html: string) => (html.includes('<!--main-helplines-->') ? fillNotice(html) : html),
    },
  };
}

/** @returns a Vite plugin that lets the notice's module wait for its first frame (`first-paint.ts` starts it). */
export function noticeModuleLater() {
  return {
    name: 'second-thought:notice-module-later',
    transformIndexHtml: {
      order: 'post' as const,
      handler: (html: string) => (html.includes(FIRST_PAINT) ? moduleLater(html) : html),
    },
  };
}

/** @returns the page with its module named on the first paint's script, so that the browser does not load it beside the style sheet. */
function moduleLater(html: string): string {
  const tag = /[ \t]*<script type="module"[^>]*\bsrc="([^"]+)"[^>]*><\/script>\n?/.exec(html);
  if (!tag) throw new Error('The notice has no module to start after its first frame');
  return html.replace(tag[0], '').replace(FIRST_PAINT, `${FIRST_PAINT} data-module="${tag[1]}"`);
}

/** @returns the notice's HTML with its static words in. Throws if a language lacks one of them. */
export function fillNotice(html: string): string {
  const script = `${FIRST_PAINT} data-languages="${languages().join(' ')}" data-countries="${countries().join(' ')}"></script>`;
  const headlines = HEADLINES.map((key, variant) => inEvery(key, ` data-variant="${variant}"`));
  const helplines = Object.entries(mainHelplines()).map(([country, texts]) => mainHelpline(country, texts));
  return html
    .replace('<!--first-paint-->', script)
    .replace('<!--words:headline-->', headlines.join(''))
    .replace('<!--words:leave-->', inEvery('leave'))
    .replace('<!--words:help-->', inEvery('help'))
    .replace('<!--main-helplines-->', helplines.join('\n          '))
    .replace(
      '<!--words:stays-->',
      languages()
        .map(
          (language) =>
            `<span lang="${language}" data-words>${escapeHtml(readWords('contact', language as Language)('stays'))}</span>`,
        )
        .join(''),
    );
}

/** @returns what stands between the notice's body tags. */
export function noticeBody(): string {
  const body = /<body>([\s\S]*)<\/body>/.exec(fillNotice(readFileSync(NOTICE, 'utf8')))?.[1];
  if (!body) throw new Error('entrypoints/notice/index.html has no body');
  return body.trim();
}

function languages(): string[] {
  return readdirSync(WORDS).sort();
}

function countries(): string[] {
  return Object.keys(mainHelplines()).filter((country) => country !== 'any');
}

function inEvery(key: string, attributes = ''): string {
  return languages()
    .map(
      (language) =>
        `<span lang="${language}" data-words${attributes}>${escapeHtml(word(language, key))}</span>`,
    )
    .join('');
}

function mainHelpline(country: string, built: Record<Language, BuiltMainHelpline>): string {
  const spans = Object.entries(built).map(
    ([language, each]) => `<span lang="${language}" data-words>${linked(each)}</span>`,
  );
  return `<p data-helpline="${country}">${spans.join('')}</p>`;
}

/** The numbers in the line are links. */
function linked({ line, links }: BuiltMainHelpline): string {
  return withLinks(line, links)
    .map((piece) =>
      typeof piece === 'string'
        ? escapeHtml(piece)
        : `<a href="${escapeHtml(piece.address)}" aria-label="${escapeHtml(piece.name)}"><bdi>${escapeHtml(piece.number)}</bdi></a>`,
    )
    .join('');
}

function word(language: string, key: string): string {
  const words = JSON.parse(readFileSync(new URL(`${language}/notice.json`, WORDS), 'utf8')) as Record<
    string,
    string
  >;
  const text = words[key];
  if (text === undefined)
    throw new Error(
      `data/words/${language}/notice.json lacks "${key}", which the notice shows without script`,
    );
  return text;
}

/** Which of the written words show: decided by attributes of `<html>`, so that it is right in the first frame. */
function selectors(languages: readonly string[], countries: readonly string[]): string {
  const otherLanguages = languages.map(
    (language) => `html[lang="${language}"] [data-words]:not([lang="${language}"])`,
  );
  const otherHeadlines = HEADLINES.map(
    (_, n) => `html[data-variant="${n}"] h1 [data-variant]:not([data-variant="${n}"])`,
  );
  const withoutScript = 'html:not([data-variant]) h1 :not([data-variant="0"])';
  const helplines = countries.map(
    (country) => `html[data-country="${country}"] [data-helpline="${country}"]`,
  );
  return [
    `[data-helpline],${withoutScript},${[...otherLanguages, ...otherHeadlines].join(',')}{display:none}`,
    `html:not([data-country]) [data-helpline="any"],${helplines.join(',')}{display:block}`,
  ].join('\n');
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
