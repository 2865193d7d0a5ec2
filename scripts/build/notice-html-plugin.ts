/** Vite plugin: writes what every notice shows (heading, exit, helpline) into its static HTML, in every language. */

import { existsSync, readFileSync } from 'node:fs';
import { ICON_PATHS, type IconName } from '../../components/icon/paths.ts';
import { withLinks } from '../../utils/notice/contact-links.ts';
import { ANY_COUNTRY } from '../../utils/notice/notice-pages.ts';
import { LANGUAGES, type Language } from '../../utils/words/languages.ts';
import type { Words } from '../../utils/words/load.ts';
import { escapeHtml } from '../escape-html.ts';
import { readWords } from '../read-words.ts';
import { type BuiltMainHelpline, mainHelplines } from './main-helplines.ts';
import { TRUST, trustedExpression } from './trust.ts';

const NOTICE = new URL('../../entrypoints/notice/index.html', import.meta.url);
const LAW = new URL('../../data/law/', import.meta.url);

/** Headings that take turns; the first paint picks one. */
const HEADLINES = ['headline0', 'headline1', 'headline2', 'headline3'] as const;

type NoticeWord = Parameters<Words<'notice'>>[0];

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
        ? `${code}\n${selectors(LANGUAGES, countries())}`
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

/** @returns the page with its module named on the first paint's script, so that the browser does not load it next to the style sheet. */
function moduleLater(html: string): string {
  const tag = /[ \t]*<script type="module"[^>]*\bsrc="([^"]+)"[^>]*><\/script>\n?/.exec(html);
  if (!tag) throw new Error('The notice has no module to start after its first frame');
  return html.replace(tag[0], '').replace(FIRST_PAINT, `${FIRST_PAINT} data-module="${tag[1]}"`);
}

/** What one page of the notice contains before any script. */
interface Filling {
  languages: readonly Language[];
  /** ISO 3166-1 codes and `any`; whose line of help is in the page. */
  countries: readonly string[];
  /** Headings that take turns, by number. */
  headlines: readonly number[];
  /** The law of the place as HTML; empty where it comes later. */
  law: string;
}

/** Whose lines a page for any country has, `any` among them. */
export const EVERY_COUNTRY: readonly string[] = Object.keys(mainHelplines());

/** What the page for an unknown place contains: every language, attributes of `<html>` choose, and the line of help for every country. */
const UNKNOWN_PLACE: Filling = {
  languages: LANGUAGES,
  countries: [ANY_COUNTRY],
  headlines: HEADLINES.map((_, number) => number),
  law: '',
};

/**
 * @param built - all lines of help, for a caller who fills many pages.
 * @returns the notice's HTML with its static words in. Throws if a language lacks one of them.
 */
export function fillNotice(html: string, filling = UNKNOWN_PLACE, built = mainHelplines()): string {
  const { languages, countries, headlines, law } = filling;
  const inEach = (text: (language: Language) => string, attributes = '') => {
    const [only] = languages;
    // A page in one language says it on its root.
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
    // In one language an address names the line's country as it names a law's region.
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

/** What stays after a call. */
function staysOfCall(inEach: InEach): string {
  return inEach((language) => readWords('contact', language)('stays'));
}

/** The worldwide line leads to a web page, which stays elsewhere than a call. The style sheet shows what goes with the line. */
function staysOfEither(inEach: InEach): string {
  // The space before the button is in the span: pages are written without spaces between elements.
  const ofWeb = inEach((language) => readWords('contact', language)('historyWarning'));
  return `<span class="of-call">${staysOfCall(inEach)} </span><span class="of-web">${ofWeb}</span>`;
}

/** @returns what is between the notice's body tags. */
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

/** @returns whether a notice there has a law to show. */
function hasLaw(country: string): boolean {
  const file = new URL(`${country}.json`, LAW);
  return existsSync(file) && (JSON.parse(readFileSync(file, 'utf8')) as { display: boolean }).display;
}

/** The numbers in the line are links. */
function linked({ line, links }: BuiltMainHelpline): string {
  return withLinks(line, links)
    .map((piece) =>
      typeof piece === 'string'
        ? escapeHtml(piece)
        : `<span class="contact-whole"><a href="${escapeHtml(piece.address)}"${piece.kind === 'web' ? ' target="_blank" rel="noopener noreferrer"' : ''} aria-label="${escapeHtml(piece.name)}"><bdi>${escapeHtml(piece.number)}</bdi></a>${escapeHtml(piece.closing)}</span>`,
    )
    .join('');
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
    // Nobody's own number is there to be copied or called.
    'html:not([data-country]) :is(.notice-copy,.of-call),html[data-country] .of-web{display:none}',
  ].join('\n');
}
