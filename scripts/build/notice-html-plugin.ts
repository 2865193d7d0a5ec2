/** Vite plugin: writes what every notice shows (heading, exit, helpline) into its static HTML, in every language. */

import { existsSync, readFileSync } from 'node:fs';
import { ICON_PATHS, type IconName } from '../../components/icon/paths.ts';
import { opensPage, withLinks } from '../../utils/notice/contact-links.ts';
import { ANY_COUNTRY } from '../../utils/notice/notice-pages.ts';
import { LANGUAGES, type Language } from '../../utils/words/languages.ts';
import type { Words } from '../../utils/words/load.ts';
import { escapeHtml } from '../escape-html.ts';
import { readWords } from '../read-words.ts';
import { type BuiltMainHelpline, mainHelplines } from './main-helplines.ts';
import { TRUST, trustedExpression } from './trust.ts';

const NOTICE = new URL('../../entrypoints/notice/index.html', import.meta.url);
const LAW = new URL('../../data/law/', import.meta.url);

/** Headings that alternate. The first paint picks one. */
const HEADLINES = ['headline0', 'headline1', 'headline2', 'headline3'] as const;

type NoticeWord = Parameters<Words<'notice'>>[0];

const FIRST_PAINT = '<script src="/first-paint.js"';

/** Module with the body of the notice's static HTML, words included, so that a preview shows exactly that. */
const BODY = 'virtual:notice-body';

/** @returns a Vite plugin that fills in the marked places of `notice/index.html`. */
export function noticeHtml() {
  return {
    name: 'second-thought:notice-html',
    enforce: 'pre' as const,
    resolveId: (id: string) => (id === BODY ? `\0${BODY}` : null),
    load: (id: string) =>
      id === `\0${BODY}`
        ? `export default ${trustedExpression(TRUST.html, 'createHTML', noticeBody())}`
        : null,
    /** Adds the selectors to the notice's own style sheet, because the page's policy allows no inline style. */
    transform(code: string, id: string): string | null {
      // Also applies where the preview imports the style sheet as a text (`?inline`).
      return id.split('?')[0]?.endsWith('/notice/notice.css')
        ? `${code}\n${selectors(LANGUAGES, countries())}`
        : null;
    },
    transformIndexHtml: {
      order: 'pre' as const,
      handler: (html: string) => (html.includes('<!--main-helplines-->') ? fillNotice(html) : html),
    },
  };
}

/** @returns a Vite plugin that delays the notice's module until its first frame (`first-paint.ts` starts it). */
export function noticeModuleLater() {
  return {
    name: 'second-thought:notice-module-later',
    transformIndexHtml: {
      order: 'post' as const,
      handler: (html: string) => (html.includes(FIRST_PAINT) ? moduleLater(html) : html),
    },
  };
}

/**
 * @returns the page without its module's tag. The first paint's script names the module instead, so that the browser does not load
 *   it together with the style sheet.
 */
function moduleLater(html: string): string {
  const tag = /[ \t]*<script type="module"[^>]*\bsrc="([^"]+)"[^>]*><\/script>\n?/.exec(html);
  if (!tag) throw new Error('The notice has no module to start after its first frame');
  return html.replace(tag[0], '').replace(FIRST_PAINT, `${FIRST_PAINT} data-module="${tag[1]}"`);
}

/** What one page of the notice contains before any script runs. */
interface Filling {
  languages: readonly Language[];
  /** ISO 3166-1 codes and `any`: the page contains the line of help of each. */
  countries: readonly string[];
  /** Headings that alternate, by number. */
  headlines: readonly number[];
  /** The law of the place as HTML; empty if it is added later. */
  law: string;
}

/** The countries whose lines are in a page for any country, including `any`. */
export const EVERY_COUNTRY: readonly string[] = Object.keys(mainHelplines());

/**
 * What the page for an unknown place contains: every language, of which attributes of `<html>` show one, and the line of help for
 * every country.
 */
const UNKNOWN_PLACE: Filling = {
  languages: LANGUAGES,
  countries: [ANY_COUNTRY],
  headlines: HEADLINES.map((_, number) => number),
  law: '',
};

/**
 * @param built - all lines of help, for a caller who fills many pages.
 * @returns the notice's HTML with its static words. Throws if a language lacks one of them.
 */
export function fillNotice(html: string, filling = UNKNOWN_PLACE, built = mainHelplines()): string {
  const { languages, countries, headlines, law } = filling;
  const inEach = (text: (language: Language) => string, attributes = '') => {
    const [only] = languages;
    // A page in one language has its code on the root element.
    if (languages.length === 1 && only) return escapeHtml(text(only));
    return languages
      .map(
        (language) => `<span lang="${language}" data-words${attributes}>${escapeHtml(text(language))}</span>`,
      )
      .join('');
  };
  const inEvery = (key: NoticeWord, attributes = '') =>
    inEach((language) => readWords('notice', language)(key), attributes);
  const heading = (number: number) =>
    inEvery(HEADLINES[number] ?? HEADLINES[0], headlines.length > 1 ? ` data-variant="${number}"` : '');
  const script = `${FIRST_PAINT} data-languages="${LANGUAGES.join(' ')}"></script>`;
  const helplines = countries.map((country) => {
    const of = built[country];
    if (!of) throw new Error(`The notice has no line of help for "${country}"`);
    const lines = languages.map(
      (language) => `<span lang="${language}" data-words>${linked(of[language])}</span>`,
    );
    // In one language, the address's fragment names the line's country, as it names a law's region.
    if (countries.length === 1 || country === ANY_COUNTRY)
      return `<p data-helpline="${country}">${lines.join('')}</p>`;
    const law = `<i id="${country}-law"${hasLaw(country) ? ' class="law-later"' : ''}></i>`;
    return `<p data-helpline="${country}" id="${country}">${law}${lines.join('')}</p>`;
  });
  return html
    .replace('<!--first-paint-->', script)
    .replace('<!--icon:mark-->', icon('mark'))
    .replace('<!--icon:call-->', icon('call'))
    .replace('<!--words:headline-->', headlines.map(heading).join(''))
    .replace('<!--words:lead-->', inEvery('lead'))
    .replace('<!--law-->', law)
    .replace('<!--words:leave-->', inEvery('leave'))
    .replace('<!--words:help-->', inEvery('help'))
    .replace('<!--words:copyNumber-->', inEvery('copyNumber'))
    .replace('<!--main-helplines-->', helplines.join(''))
    .replace(
      '<!--words:stays-->',
      countries.includes(ANY_COUNTRY) ? staysOfEither(inEach) : staysOfCall(inEach),
    );
}

type InEach = (text: (language: Language) => string) => string;

/** Says what a call leaves behind. */
function staysOfCall(inEach: InEach): string {
  return inEach((language) => readWords('contact', language)('stays'));
}

/**
 * Says what is left behind by a call or by a visit to a web page, to which the worldwide line leads. The style sheet shows the text
 * that fits the line.
 */
function staysOfEither(inEach: InEach): string {
  // The space before the button is inside the span, because pages are written without spaces between elements.
  const ofWeb = inEach((language) => readWords('contact', language)('historyWarning'));
  return `<span class="of-call">${staysOfCall(inEach)} </span><span class="of-web">${ofWeb}</span>`;
}

/** @returns the content of the notice's body. */
function noticeBody(): string {
  const body = /<body>([\s\S]*)<\/body>/.exec(fillNotice(readFileSync(NOTICE, 'utf8')))?.[1];
  if (!body) throw new Error('entrypoints/notice/index.html has no body');
  return body.trim();
}

function countries(): string[] {
  return EVERY_COUNTRY.filter((country) => country !== ANY_COUNTRY);
}

function icon(name: IconName): string {
  return `<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="${ICON_PATHS[name]}"/></svg>`;
}

/** @returns whether a notice in this country has a law to show. */
function hasLaw(country: string): boolean {
  const file = new URL(`${country}.json`, LAW);
  return existsSync(file) && (JSON.parse(readFileSync(file, 'utf8')) as { display: boolean }).display;
}

/** Makes the numbers in the line links. */
function linked({ line, links }: BuiltMainHelpline): string {
  return withLinks(line, links)
    .map((piece) =>
      typeof piece === 'string'
        ? escapeHtml(piece)
        : `<span class="contact-whole"><a href="${escapeHtml(piece.address)}"${opensPage(piece.kind) ? ' target="_blank" rel="noopener noreferrer"' : ''} aria-label="${escapeHtml(piece.name)}"><bdi>${escapeHtml(piece.number)}</bdi></a>${escapeHtml(piece.closing)}</span>`,
    )
    .join('');
}

/** Attributes of `<html>` decide which of the written words show, so that the first frame is right. */
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
    // Without a country, the page shows no number to copy or call.
    'html:not([data-country]) :is(.notice-copy,.of-call),html[data-country] .of-web{display:none}',
  ].join('\n');
}
