import { readFileSync } from 'node:fs';
import { Window } from 'happy-dom';
import { expect, test } from 'vitest';
import { fillNotice, noticeHtml } from '../../../scripts/build/notice-html-plugin.ts';
import { noticePath } from '../../../utils/notice/notice-address.ts';

const html = fillNotice(readFileSync('entrypoints/notice/index.html', 'utf8'));

test('heading, both ways out and the helpline stand in the HTML, in every language', () => {
  for (const text of [
    'Before you go further',
    'Antes de seguir',
    'Leave this page',
    'Salir de esta página',
    'Get help',
    '1-888-373-7888',
  ]) {
    expect(html).toContain(text);
  }
  // A place to fill has no space after its opening; a comment has.
  expect(html).not.toMatch(/<!--\S/);
});

test('the way out comes before everything else that can be focused', () => {
  const focusable = [...html.matchAll(/<(?:button|a|input|select|summary)\b[^>]*>/g)].map(([tag]) => tag);
  expect(focusable[0]).toContain('data-leave');
});

/** What is displayed under these attributes of `<html>`. */
function shown(attributes: Record<string, string>, selector: string): string[] {
  const { document, getComputedStyle } = new Window();
  document.head.innerHTML = `<style>${noticeHtml().transform('', '/components/notice/notice.css')}</style>`;
  for (const [name, value] of Object.entries(attributes)) document.documentElement.setAttribute(name, value);
  document.body.innerHTML = html.slice(html.indexOf('<body>') + 6, html.indexOf('</body>'));
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

test('language, country and variant choose what is shown', () => {
  const attributes = { lang: 'es', 'data-country': 'GB', 'data-variant': '2' };
  expect(shown(attributes, '[data-helpline]')).toEqual(['GB']);
  expect(shown(attributes, 'h1 span')).toEqual(['Detente un segundo']);
});

test('the rules carry country and language, and nothing where they are not known', () => {
  expect(noticePath({ country: 'US', language: 'es' })).toBe('/notice.html?c=US&l=es');
  expect(noticePath({ country: null, language: null })).toBe('/notice.html');
});
