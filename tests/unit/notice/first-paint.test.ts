/** Tests that the notice's HTML alone shows heading, way out and helpline, and that each reader gets the page of their place. */
import { readdirSync, readFileSync } from 'node:fs';
import { Window } from 'happy-dom';
import { expect, test } from 'vitest';
import { fillNotice, noticeHtml } from '../../../scripts/build/notice-html-plugin.ts';
import { isNoticePath, noticePath, pagePath } from '../../../utils/notice/notice-address.ts';
import { pagesOf, regionsIn } from '../../../utils/notice/notice-pages.ts';
import { LANGUAGES } from '../../../utils/words/languages.ts';

const html = fillNotice(readFileSync('entrypoints/notice/index.html', 'utf8'));

test('heading, both ways out and the helpline are in the HTML, in every language', () => {
  for (const text of [
    'Before you go further',
    'Antes de seguir',
    'Leave this page',
    'Salir de esta página',
    'Get help',
    'Find free help at <span',
    'Busca ayuda gratis en <span',
    'href="https://findahelpline.com" target="_blank" rel="noopener noreferrer"',
  ]) {
    expect(html).toContain(text);
  }
  // A place to fill in has no space after `<!--`, but a comment has.
  expect(html).not.toMatch(/<!--\S/);
});

test('the way out comes before everything else that can be focused', () => {
  const focusable = [...html.matchAll(/<(?:button|a|input|select|summary)\b[^>]*>/g)].map(([tag]) => tag);
  expect(focusable[0]).toContain('data-leave');
});

test('a link that opens a web page, WhatsApp too, has a tab of its own, so that the notice stays', () => {
  const all = fillNotice(readFileSync('entrypoints/notice/index.html', 'utf8'), {
    languages: ['en'],
    countries: ['any', 'MX'],
    headlines: [0],
    law: '',
  });
  const links = [...all.matchAll(/<a href="https:[^>]*>/g)].map(([tag]) => tag);
  expect(links.some((tag) => tag.includes('wa.me'))).toBe(true);
  for (const tag of links) expect(tag).toContain(' target="_blank" rel="noopener noreferrer"');
});

/** @returns what is displayed with these attributes of `<html>`. */
function shown(attributes: Record<string, string>, selector: string, page = html): string[] {
  const { document, getComputedStyle } = new Window();
  document.head.innerHTML = `<style>${noticeHtml().transform('', '/components/notice/notice.css')}</style>`;
  for (const [name, value] of Object.entries(attributes)) document.documentElement.setAttribute(name, value);
  document.body.innerHTML = page.slice(page.indexOf('<body>') + 6, page.indexOf('</body>'));
  const hidden = (one: Element | null): boolean =>
    one !== null && (getComputedStyle(one as never).display === 'none' || hidden(one.parentElement));
  const all = [...document.querySelectorAll(selector)] as unknown as Element[];
  return all
    .filter((one) => !hidden(one))
    .map((one) => one.getAttribute('data-helpline') ?? one.textContent ?? '');
}

test('without script one heading, one language and the worldwide line are shown', () => {
  expect(shown({ lang: 'en' }, 'h1 span')).toEqual(['Before you go further']);
  expect(shown({ lang: 'en' }, '[data-helpline]')).toEqual(['any']);
});

test('language and variant choose what is shown', () => {
  expect(shown({ lang: 'es', 'data-variant': '2' }, 'h1 span')).toEqual(['Detente un segundo']);
});

test('on a page with the helplines of all countries the one that is named shows', () => {
  const all = fillNotice(readFileSync('entrypoints/notice/index.html', 'utf8'), {
    languages: ['es'],
    countries: ['any', 'US', 'GB'],
    headlines: [0],
    law: '',
  });
  expect(shown({ lang: 'es', 'data-country': 'GB' }, '[data-helpline]', all)).toEqual(['GB']);
  expect(shown({ lang: 'es' }, '[data-helpline]', all)).toEqual(['any']);
});

test('the rules lead to the page of the place, else to the one for any country with the helpline’s in its address', () => {
  const us = { country: 'US', region: 'US-GA' };
  const reader = { place: us, language: null, browserLanguage: 'en', audience: 'personal' } as const;
  expect(noticePath(reader)).toBe('/notice/US.DE-IN.en.html#GA');
  expect(noticePath({ ...reader, language: 'es' })).toBe('/notice/US.DE-IN.es.html#GA');
  expect(noticePath({ ...reader, place: { country: 'US', region: null } })).toBe('/notice/US.en.html');
  expect(noticePath({ ...reader, place: { country: 'US', region: 'US-ZZ' } })).toBe('/notice/US.en.html');
  expect(noticePath({ ...reader, place: { country: 'GB', region: 'GB-WLS' } })).toBe(
    '/notice/GB.ENG-NIR.en.html#WLS',
  );
  // A family's notice names no penalty. There is no page in Spanish for Sweden, and none for Austria.
  expect(noticePath({ ...reader, audience: 'family' })).toBe('/notice/any.en.html#US');
  expect(noticePath({ ...reader, place: { country: 'SE', region: null }, language: 'es' })).toBe(
    '/notice/any.es.html#SE-law',
  );
  expect(noticePath({ ...reader, place: { country: 'AT', region: null } })).toBe(
    '/notice/any.en.html#AT-law',
  );
  // Without a country, there is no line to name.
  expect(noticePath({ ...reader, place: { country: null, region: null } })).toBe('/notice/any.en.html');
});

test('only the pages of the notice count as the notice', () => {
  for (const language of LANGUAGES)
    for (const page of pagesOf(language)) expect(isNoticePath(pagePath(page)), pagePath(page)).toBe(true);
  expect(isNoticePath('/notice.html')).toBe(true);
  for (const path of [
    '/notice/',
    '/notice/options.html',
    '/notice/US.en.html/x',
    '/options.html',
    '/notice/../options.html',
  ])
    expect(isNoticePath(path), path).toBe(false);
});

test('every region with a law is on one of its country’s pages', () => {
  const names = readdirSync('data/law').filter((name) => /^(US|GB)-(?!XT|EAW).+\.json$/.test(name));
  expect(names.length).toBeGreaterThan(50);
  for (const name of names) {
    const [country = '', region] = name.replace('.json', '').split('-');
    expect(regionsIn(country)).toContain(region);
    const pages = pagesOf('en').filter((page) => page.country === country);
    expect(pages.filter(({ regions }) => regions.includes(region as string))).toHaveLength(1);
    expect(pages.filter(({ regions }) => regions.length === 0)).toHaveLength(1);
  }
});
