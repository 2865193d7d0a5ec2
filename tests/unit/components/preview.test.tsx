/**
 * Tests that the preview plays the notice of another reader without sending anything, and that its sheet is whole.
 * @vitest-environment happy-dom
 */
import axe from 'axe-core';
import { render } from 'preact';
import { expect, test, vi } from 'vitest';
import { playNotice } from '../../../components/preview/play-notice.ts';
import { SignOffSheet } from '../../../components/preview/sign-off-sheet.tsx';
import { type PreviewNote, setStage } from '../../../components/preview/stage.ts';

import { choiceOf, type PreviewChoice, snapshotFor } from '../../../utils/preview/preview-choice.ts';
import { signOff } from '../../../utils/preview/sign-off.ts';
import { directionOf } from '../../../utils/words/document-language.ts';
import { FULL_LANGUAGES, LANGUAGES } from '../../../utils/words/languages.ts';
import { loadWords } from '../../../utils/words/load.ts';
import { NOTHING } from '../preview/nothing.ts';
import { show, text, until } from './page.tsx';

/** English words by their keys, so that an edited sentence breaks no test. */
const say = {
  notice: await loadWords('notice', 'en'),
  help: await loadWords('help', 'en'),
};

const STAFF: Partial<PreviewChoice> = {
  country: 'US',
  region: 'US-GA',
  audience: 'workplace',
  organizationName: 'Example Works',
  policyStatement: 'Not with <b>our</b> devices.',
};

async function played(changes: Partial<PreviewChoice>) {
  const target = document.implementation.createHTMLDocument('');
  const said: PreviewNote[] = [];
  const places: string[] = [];
  const stage = setStage(target, (what) => said.push(what));
  const choice = { ...choiceOf(NOTHING, 'en', '2026-11-21'), ...changes };
  const content = await playNotice({
    stage,
    snapshot: snapshotFor(choice, NOTHING),
    language: choice.language,
    today: choice.today,
    random: 0,
    messageHistory: [],
    say: (what) => said.push(what),
    onPlace: (country, region) => places.push(`${country} ${region}`),
  });
  return { target, said, places, stage, content };
}

const spoken = (target: Document, id: string) => target.getElementById(id)?.textContent ?? '';

test.each([
  ['en', 'In Georgia'],
  ['es', 'En Georgia'],
] as const)(
  "%s: the stage shows Georgia's law, the real HTML around it, and text as text",
  async (language, law) => {
    const { target, stage } = await played({ ...STAFF, language });
    expect(spoken(target, 'law')).toContain(law);
    expect(spoken(target, 'message')).toContain('<b>our</b>');
    expect(stage.root.lang).toBe(language);
    expect(stage.root.dataset.country).toBe('US');
    expect(target.querySelector('main h1')?.textContent).toContain(say.notice('headline0'));
    expect(target.querySelectorAll('script, [autofocus]')).toHaveLength(0);
  },
);

test('the wait is in the language of the notice, not of the page around it', async () => {
  document.documentElement.lang = 'en';
  const { target } = await played({ ...STAFF, mode: 'educate', language: 'de' });
  expect(target.querySelector('.notice-continue button')?.textContent).toMatch(/\d Sek\.$/);
});

test('zero tolerance has no way through; educate has one that leads nowhere', async () => {
  const zero = await played({ ...STAFF, mode: 'zero-tolerance' });
  expect(zero.target.querySelector('.notice-continue')).toBeNull();
  const educate = await played({ ...STAFF, mode: 'educate' });
  const form = educate.target.querySelector('.notice-continue');
  form?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
  expect(educate.said).toEqual(['saidContinue']);
});

test('with searches covered the stage shows the notice over a search, and the sheet its words', async () => {
  const { notice } = say;
  const page = await played({ ...STAFF, mode: 'educate' });
  expect(spoken(page.target, 'lead')).toContain(notice('lead'));
  const search = await played({ ...STAFF, mode: 'educate', searches: true });
  expect(spoken(search.target, 'lead')).toContain(`${notice('looksLikeSearch')} ${notice('searchHelp')}`);
  expect(spoken(search.target, 'more')).toContain(notice('searchAnyway'));
  expect(spoken(search.target, 'more')).toContain(notice('whySearch'));
  expect(spoken(search.target, 'more')).not.toContain(notice('continue'));
});

test('the exit and links only say what they would do, and nothing is sent', async () => {
  const sent = vi.fn();
  vi.stubGlobal('chrome', { runtime: { id: 'x', sendMessage: sent } });
  const { target, said } = await played({ ...STAFF, mode: 'educate' });
  (target.querySelector('[data-leave]') as HTMLElement).click();
  const link = target.createElement('a');
  link.href = 'https://example.com/';
  target.body.append(link);
  link.click();
  expect(said).toEqual(['saidLeave', 'saidLink']);
  expect(sent).not.toHaveBeenCalled();
  vi.unstubAllGlobals();
});

test('"Get help" and the law open in the stage, as they do on the notice', async () => {
  // happy-dom's dialogs have no `showModal` in a second document.
  HTMLDialogElement.prototype.showModal ??= () => {};
  const { target, stage } = await played(STAFF);
  stage.onHelp();
  await until(() => spoken(target, 'dialog').includes(say.help('topic-teen')));
  const law = [...target.querySelectorAll('button')].find((one) => one.textContent === say.notice('lawFull'));
  law?.click();
  await until(() => spoken(target, 'dialog').includes('O.C.G.A.'));
});

test('another reader, another notice: a family sees no law, and is offered none', async () => {
  const { content, target } = await played({
    country: 'US',
    region: 'US-GA',
    audience: 'family',
    trustedAdult: 'Aunt Ana',
  });
  expect([content.main, content.supporting].map(({ theme }) => theme)).not.toContain('law');
  expect(content.supporting.text).toContain('Aunt Ana');
  const buttons = (of: Document) =>
    [...of.querySelectorAll('#place button')].map((button) => button.textContent);
  expect(buttons(target)).toEqual([say.notice('placeChange')]);
  const anywhere = { country: 'US', region: '' };
  expect(buttons((await played({ ...anywhere, audience: 'family' })).target)).toEqual([
    say.notice('placeChange'),
  ]);
  expect(buttons((await played({ ...anywhere, audience: 'personal' })).target)).toEqual([
    say.notice('placeState'),
    say.notice('lawFull'),
  ]);
});

test.each(LANGUAGES)(
  '%s: the sheet contains every message with its source, the law, every helpline, and lines to sign',
  async (language) => {
    const choice = { ...choiceOf(NOTHING, language, '2026-11-21'), ...STAFF, searches: true };
    const snapshot = snapshotFor(choice, NOTHING);
    const sheet = await signOff(snapshot, language, choice.today);
    // In a language without a preview, the page's words surround the notice's.
    const own = FULL_LANGUAGES.includes(language) ? language : 'en';
    const words = await loadWords('preview', own);
    const given = { sheet, snapshot, choice, words, own };
    await show(
      <main>
        <h1>A</h1>
        <h2>B</h2>
        <SignOffSheet version="0.1.0" {...given} />
      </main>,
    );
    const within = (selector: string) => document.querySelector(selector)?.closest('[lang]');
    expect(within('.sheet-title')?.getAttribute('lang')).toBe(own);
    expect(within('.sheet-messages tbody td')?.getAttribute('lang')).toBe(language);
    expect(within('.law-summary')?.closest('[dir]')?.getAttribute('dir')).toBe(directionOf(language));
    for (const message of sheet.messages) {
      expect(text()).toContain(message.text);
      if (message.citation) expect(text()).toContain(message.citation.title);
    }
    for (const line of sheet.helplines) expect(text()).toContain(line.name);
    for (const section of sheet.law?.sections ?? []) expect(text()).toContain(section.heading);
    for (const url of sheet.law?.readIn.sources.flatMap(({ url }) => url ?? []) ?? [])
      expect(text()).toContain(url);
    expect(text()).toContain('Georgia');
    for (const key of ['looksLikeSearch', 'searchHelp', 'whySearches', 'whySearch'] as const)
      expect(text()).toContain(sheet.words.notice(key));
    expect(document.querySelectorAll('.signer')).toHaveLength(3);
    document.documentElement.lang = language;
    document.title = 'Under test';
    const { violations } = await axe.run(document, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual([]);
    render(null, document.getElementById('page') as HTMLElement);
  },
);
