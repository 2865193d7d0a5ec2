/**
 * Tests that the learn page is whole in every language, takes its helplines from the data, and keeps nothing of its quiz.
 * @vitest-environment happy-dom
 */
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { LearnPage } from '../../../components/learn/learn-page.tsx';
import type { HelpSlot } from '../../../utils/learn/help-slot.ts';
import { type LearnContent, loadLearn } from '../../../utils/learn/load-learn.ts';
import { LEARN_SECTIONS } from '../../../utils/learn/outline.ts';
import type { CountryHelp } from '../../../utils/notice/help-types.ts';
import { helpView } from '../../../utils/notice/help-view.ts';
import { loadHelp } from '../../../utils/notice/load-help.ts';
import { FULL_LANGUAGES, type Language } from '../../../utils/words/languages.ts';

let root: HTMLElement;
const content = {} as Record<Language, LearnContent>;
for (const language of FULL_LANGUAGES) content[language] = await loadLearn(language);
const unitedStates = {} as Record<Language, CountryHelp>;
for (const language of FULL_LANGUAGES) unitedStates[language] = await loadHelp('US', language);

const problems = [vi.spyOn(console, 'error'), vi.spyOn(console, 'warn')];

beforeEach(() => {
  document.body.innerHTML = '<div id="page"></div>';
  root = document.getElementById('page') as HTMLElement;
  for (const problem of problems) problem.mockClear();
});

afterEach(() => {
  act(() => render(null, root));
  for (const problem of problems) expect(problem).not.toHaveBeenCalled();
});

function helpFor(language: Language): HelpSlot {
  return {
    country: 'US',
    guessed: true,
    choices: ['US', 'SE'],
    choose: vi.fn(),
    view: (topic) => helpView(unitedStates[language], topic),
  };
}

function show(hash: string, language: Language = 'en', given: Partial<Parameters<typeof LearnPage>[0]> = {}) {
  location.hash = hash;
  act(() =>
    render(
      <LearnPage
        content={content[language]}
        help={helpFor(language)}
        onLanguage={vi.fn()}
        onExit={vi.fn()}
        {...given}
      />,
      root,
    ),
  );
}

const all = <E extends Element>(selector: string) => [...root.querySelectorAll<E & Element>(selector)] as E[];
const texts = (selector: string) => all(selector).map((element) => element.textContent);
const click = (element: Element | undefined) => act(() => (element as HTMLElement).click());
const button = (name: string) => all<HTMLButtonElement>('button').find((found) => found.textContent === name);

describe.each(FULL_LANGUAGES)('in %s', (language) => {
  test.each(LEARN_SECTIONS.map(({ id }) => id))('%s is whole', (id) => {
    show(`#${id}`, language);
    expect(root.querySelectorAll('h1')).toHaveLength(1);
    const levels = all('h1, h2, h3').map((heading) => Number(heading.tagName.slice(1)));
    expect(levels[0]).toBe(1);
    for (const [index, level] of levels.entries()) {
      expect(level - (levels[index - 1] ?? 0), texts('h1, h2, h3').join(' / ')).toBeLessThanOrEqual(1);
    }
    for (const element of all('h1, h2, h3, p, li, dd, dt, label, button')) {
      expect(element.textContent?.trim(), element.outerHTML).not.toBe('');
    }
    const cited = new Set(texts('.cite').flatMap((numbers) => numbers?.split(', ') ?? []));
    const listed = all('.sources li').map((_, index) => String(index + 1));
    expect([...cited].sort()).toEqual(listed.sort());
    expect(root.querySelectorAll('a[href^="http"], img')).toHaveLength(0);
  });

  test('the overview leads to every section', () => {
    show('', language);
    expect(
      all<HTMLAnchorElement>('main a')
        .map((link) => link.getAttribute('href'))
        .sort(),
    ).toEqual(LEARN_SECTIONS.map(({ id }) => `#${id}`).sort());
    expect(texts('h2')).toHaveLength(5);
  });
});

test('the exit comes first, and the language is changed by its own name', () => {
  const onExit = vi.fn();
  const onLanguage = vi.fn();
  show('#parents', 'en', { onExit, onLanguage });
  expect(all('button, a, input, select, textarea')[0]?.textContent).toBe('Leave this page');
  click(button('Leave this page'));
  expect(onExit).toHaveBeenCalledOnce();
  click(button('Español'));
  expect(onLanguage).toHaveBeenCalledWith('es');
});

test('following a link shows the other section and moves the focus to its heading', () => {
  show('#employers');
  act(() => {
    location.hash = '#training';
    dispatchEvent(new Event('hashchange'));
  });
  expect(texts('h1')).toEqual(['Ten-minute training']);
  expect(document.activeElement?.textContent).toBe('Ten-minute training');
});

test('helplines come from the data, text before call, with the emergency number', () => {
  show('#recognize');
  const slot = root.querySelector('.help');
  const main = unitedStates.en.lines.find(({ id }) => id === unitedStates.en.main);
  expect(slot?.textContent).toContain(main?.name);
  const [first, second] = [...(slot?.querySelectorAll('.ways') ?? [])].map((way) => way.textContent);
  expect(first).toContain(main?.sms?.number);
  expect(second).toContain(main?.phone);
  expect(slot?.querySelector('.emergency')?.textContent).toContain('911');
});

test('where medical help has a number of its own, both are said, medical help first', async () => {
  const japan = await loadHelp('JP', 'en');
  show('#recognize', 'en', {
    help: { ...helpFor('en'), country: 'JP', view: (topic) => helpView(japan, topic) },
  });
  expect(root.querySelector('.emergency')?.textContent).toBe(
    'In danger now: 119\u00A0(ambulance), 110\u00A0(police)',
  );
});

test('what a country has besides its emergency number is said, too', async () => {
  const france = await loadHelp('FR', 'en');
  show('#recognize', 'en', {
    help: { ...helpFor('en'), country: 'FR', view: (topic) => helpView(france, topic) },
  });
  expect(root.querySelector('.emergency')?.textContent).toBe('In danger now: 112. By text: 114.');
});

test('the reader can put another country in place of the guess', () => {
  const help = helpFor('en');
  show('#recognize', 'en', { help });
  const select = root.querySelector('.country select') as HTMLSelectElement;
  expect(select.value).toBe('US');
  select.value = 'SE';
  act(() => void select.dispatchEvent(new Event('change', { bubbles: true })));
  expect(help.choose).toHaveBeenCalledWith('SE');
});

test('the quiz explains each answer, counts the right ones and keeps nothing', () => {
  show('#training');
  const options = () => all<HTMLInputElement>('.quiz input');
  const submit = () =>
    act(
      () =>
        void root
          .querySelector('.quiz')
          ?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true })),
    );
  const rights = LEARN_SECTIONS.find(({ id }) => id === 'training')?.blocks.flatMap((block) =>
    block.kind === 'quiz' ? block.questions.map(({ right }) => right) : [],
  );
  expect(rights).toHaveLength(6);
  for (const [index, right] of (rights ?? []).entries()) {
    expect(texts('.quiz legend .count')).toEqual([`Question ${index + 1} of 6`]);
    click(options()[index === 0 ? (right + 1) % 3 : right]);
    submit();
    expect(root.querySelector('.quiz [role=status] strong')?.textContent).toBe(
      index === 0 ? 'Not quite.' : 'That is right.',
    );
    // The second press of a double click does not lead on, before anybody can have read why.
    const again = new MouseEvent('click', { detail: 2, bubbles: true, cancelable: true });
    act(() => void root.querySelector('.quiz button')?.dispatchEvent(again));
    expect(again.defaultPrevented).toBe(true);
    submit();
  }
  expect(texts('.score')).toEqual(['You had 5 right answers out of 6.']);
  click(button('Start again'));
  expect(texts('.quiz legend .count')).toEqual(['Question 1 of 6']);
  expect(localStorage.length + sessionStorage.length).toBe(0);
});

test('the policy text takes the names and the length chosen', () => {
  show('#policy', 'en', { names: { organization: 'Acme' } });
  expect(root.querySelector('.policy')?.textContent).toMatch(/^Acme does not allow.*\[Confidential help\]/);
  expect(root.querySelectorAll('.sign')).toHaveLength(0);
  const [organization] = all<HTMLInputElement>('.fields input');
  if (organization) organization.value = 'Harbor Foods';
  act(() => void organization?.dispatchEvent(new Event('input', { bubbles: true })));
  click(all<HTMLInputElement>('.lengths input')[2]);
  expect(texts('.policy p')).toHaveLength(11);
  expect(root.querySelector('.policy')?.textContent).toContain('Harbor Foods sets a clear rule');
  expect(root.querySelectorAll('.sign li')).toHaveLength(2);
});

test('what is typed into a worksheet is printed, and empty prompts print lines', () => {
  show('#think');
  const [first] = all<HTMLTextAreaElement>('.prompt textarea');
  if (first) first.value = 'Friday evening';
  act(() => void first?.dispatchEvent(new Event('input', { bubbles: true })));
  const prints = all('.prompt .print-only');
  expect(prints).toHaveLength(12);
  expect(prints[0]?.textContent).toBe('Friday evening');
  expect(prints[1]?.querySelectorAll('.rule')).toHaveLength(1);
});

test('copying says when the browser refuses', async () => {
  const write = vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('denied'));
  show('#policy');
  await act(async () => button('Copy the text')?.click());
  expect(root.querySelector('.copy [role=status]')?.textContent).toContain('did not allow copying');
  write.mockRestore();
});

test('a helpline’s copy button says whether the browser took the number', async () => {
  const write = vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValueOnce(new Error('denied'));
  show('#recognize');
  const way = root.querySelector('.help .ways');
  const copy = () => act(async () => way?.querySelector('button')?.click());
  const status = () => way?.querySelector('[role=status]')?.textContent;
  await copy();
  expect(status()).toBe(content.en.page('copy-failed'));
  write.mockResolvedValueOnce();
  await copy();
  expect(status()).toBe(content.en.page('copied'));
  write.mockRestore();
});
