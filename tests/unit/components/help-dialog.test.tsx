/**
 * Tests that the dialog "Get help" puts the number for danger first, and says what nobody could verify.
 * @vitest-environment happy-dom
 */
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { HelpDialog } from '../../../components/notice/help-dialog.tsx';
import { SignOffSheet } from '../../../components/preview/sign-off-sheet.tsx';
import { loadHelp } from '../../../utils/notice/load-help.ts';

import { choiceOf, snapshotFor } from '../../../utils/preview/preview-choice.ts';
import { signOff } from '../../../utils/preview/sign-off.ts';
import { LANGUAGES, type Language } from '../../../utils/words/languages.ts';
import { loadWords } from '../../../utils/words/load.ts';
import { NOTHING } from '../preview/nothing.ts';
import { button, press, show, text } from './page.tsx';

beforeAll(() => {
  // happy-dom's dialogs have no `showModal`.
  HTMLDialogElement.prototype.showModal ??= () => {};
});
beforeEach(() => history.replaceState(null, '', '#'));

async function opened(country: string, language: Language = 'en', copy = async (_: string) => {}) {
  const words = await loadWords('help', language);
  await show(
    <HelpDialog
      help={await loadHelp(country, language)}
      language={language}
      audience="personal"
      managed={false}
      placeName={country}
      leave="Leave"
      words={words}
      contact={await loadWords('contact', language)}
      copy={copy}
      onClose={() => {}}
    />,
  );
  return words;
}

const danger = () => document.querySelector('.help-emergency') as HTMLElement;
const cards = () => [...document.querySelectorAll<HTMLElement>('.helpline')];
const before = (one: Node, other: Node) =>
  Boolean(one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING);

test.each([
  ['FR', 'In danger now: 112. By text: 114.'],
  ['ZA', 'In danger now: 112. Police: 10111.'],
  ['US', 'In danger now: 911'],
])('%s: in danger, every number there is', async (country, said) => {
  await opened(country);
  expect(danger().textContent).toBe(said);
});

test('the number for danger leads every topic but the one of a person who sells sex, where support comes first', async () => {
  const words = await opened('US');
  await press(button(words('topic-teen')));
  expect(cards().every((card) => before(danger(), card))).toBe(true);
  await press(button(words('back')));
  await press(button(words('topic-sells-sex')));
  expect(cards().length).toBeGreaterThan(3);
  expect(cards().every((card) => before(card, danger()))).toBe(true);
  expect(text()).toContain('HRSA Find a Health Center');
  expect(text()).toContain('LawHelp.org');
});

test.each(LANGUAGES)(
  '%s: what nobody could verify is said to be unknown, and not left out',
  async (language) => {
    const words = await opened('US', language);
    await press(button(words('topic-sells-sex')));
    const card = cards().find(({ textContent }) => textContent?.includes('HRSA Find a Health Center'));
    expect(card?.textContent).toContain(`${words('languages')} ${words('notKnown')}`);
  },
);

test.each(LANGUAGES)('%s: a line nobody could confirm says so, and has no date', async (language) => {
  const words = await opened('US', language);
  await press(button(words('topic-wants-to-stop')));
  const warned = cards().filter((card) => card.textContent?.includes(words('notConfirmed')));
  const dated = cards().filter((card) => card.textContent?.includes(words('checked', { date: '' }).trim()));
  expect(warned.length).toBeGreaterThan(0);
  expect(dated.length).toBeGreaterThan(0);
  expect(warned.filter((card) => dated.includes(card))).toEqual([]);
  expect(warned.length + dated.length).toBe(cards().length);
});

test.each(LANGUAGES)('%s: a page of ours opens only after a word about the history', async (language) => {
  const words = await opened('US', language);
  const contact = await loadWords('contact', language);
  await press(button(words('topic-wants-to-stop')));
  const link = () => document.querySelector('a[href="/learn.html#think"]');
  expect(link()).toBeNull();
  const open = contact('named', { action: contact('open'), what: words('learn-wants-to-stop') });
  await press(document.querySelector(`[aria-label="${open}"]`) as HTMLElement);
  expect(link()?.getAttribute('target')).toBe('_blank');
  expect(text()).toContain(contact('historyWarning'));
  expect(text()).toContain(contact('stays'));
});

test.each(LANGUAGES)(
  '%s: numbers are links with a name, a copy button next to each, and a word where nothing opens',
  async (language) => {
    const words = await opened('US', language);
    const contact = await loadWords('contact', language);
    expect(danger().querySelector('a')?.getAttribute('href')).toBe('tel:911');
    await press(button(words('topic-forced-or-controlled')));
    const numbers = [...document.querySelectorAll<HTMLAnchorElement>('.helpline a.contact-link')];
    expect(numbers.map((link) => link.getAttribute('href'))).toContain('sms:233733?body=HELP');
    for (const link of numbers) {
      expect(link.getAttribute('aria-label')).toContain(link.textContent);
      const row = link.closest('.contact-row') as HTMLElement;
      expect(row.querySelector('button')?.getAttribute('aria-label')).toContain(link.textContent);
      await press(link);
      expect(row.querySelector('[role="status"]')?.textContent).toBe(contact('nothingOpened'));
    }
    if (language === 'en')
      expect(numbers[1]?.getAttribute('aria-label')).toBe(
        'Call the National Human Trafficking Hotline, 1-888-373-7888',
      );
  },
);

test('the sheet that is signed says the same of danger and of lines nobody could confirm', async () => {
  const choice = { ...choiceOf(NOTHING, 'en', '2026-11-21'), country: 'FR' };
  const snapshot = snapshotFor(choice, NOTHING);
  const sheet = await signOff(snapshot, 'en', choice.today);
  const words = await loadWords('preview', 'en');
  await show(
    <SignOffSheet sheet={sheet} snapshot={snapshot} choice={choice} version="0.1.0" words={words} own="en" />,
  );
  expect(text()).toContain('Emergency number: 112. By text: 114.');
  const rows = [...document.querySelectorAll('.sheet-help tbody tr')];
  const dates = rows.map((row) => row.querySelector('.sheet-date')?.textContent !== '');
  expect(dates).toEqual(sheet.helplines.map(({ confirmed }) => confirmed));
  expect(new Set(dates).size).toBe(2);
});

test('the focus goes to what takes the place of a pressed button', async () => {
  const words = await opened('US');
  const contact = await loadWords('contact', 'en');
  await press(button(words('topic-wants-to-stop')));
  await press(button(words('back')));
  expect(document.activeElement?.textContent).toBe(words('topic-wants-to-stop'));
  await press(button(words('topic-wants-to-stop')));
  const open = () =>
    document.querySelector<HTMLElement>(
      `button[aria-label="${contact('named', { action: contact('open'), what: words('learn-wants-to-stop') })}"]`,
    );
  await press(open() as HTMLElement);
  expect(document.activeElement?.textContent).toContain(contact('historyWarning'));
  await press(button(contact('openNot')));
  expect(document.activeElement).toBe(open());
});

test('where the browser refuses the clipboard, the number is selected', async () => {
  const words = await opened('US', 'en', () => Promise.reject(new Error('NotAllowedError')));
  await press(button(words('topic-teen')));
  const [card] = cards();
  const copies = [...(card?.querySelectorAll<HTMLElement>('button[aria-label]') ?? [])];
  const [first] = copies;
  if (!first) throw new Error('No number to copy');
  await press(first);
  expect(getSelection()?.toString()).not.toBe('');
  expect(first.getAttribute('aria-label')).toContain(getSelection()?.toString());
});
