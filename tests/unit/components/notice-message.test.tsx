/**
 * Tests the parts of the notice: the message and its source, the way on and its wait, and the notice over a search.
 * @vitest-environment happy-dom
 */
import type { ComponentProps } from 'preact';
import { describe, expect, test } from 'vitest';
import { Continue } from '../../../components/notice/continue.tsx';
import { LawAtAGlance } from '../../../components/notice/law-glance.tsx';
import { NoticeLead, NoticeMessage } from '../../../components/notice/message.tsx';
import { Why } from '../../../components/notice/why.tsx';
import type { Message } from '../../../utils/notice/types.ts';
import { WRITTEN } from '../../../utils/notice/written-message.ts';
import { NOTHING_KNOWN } from '../../../utils/policy/config-snapshot.ts';
import { LANGUAGES } from '../../../utils/words/languages.ts';
import { loadWords } from '../../../utils/words/load.ts';
import { button, press, show } from './page.tsx';

const words = await loadWords('notice', 'en');
const message = (id: string, text: string): Message => ({ id, theme: 'law', text, citation: null });
const law = message('law:SE', 'The law.');

async function paragraphs(main: Message, supporting: Message): Promise<string[]> {
  const content = { main, alongside: null, supporting, variant: 0, accent: null } as const;
  await show(
    <>
      <p>
        <NoticeLead content={content} effective={NOTHING_KNOWN} looksLike={null} words={words} />
      </p>
      <LawAtAGlance
        glance={{
          language: 'en',
          sentence: 'The law.',
          figures: null,
          minors: null,
          minorsLanguage: 'en',
          cells: [],
        }}
        language="en"
        words={words}
      />
      <NoticeMessage content={content} effective={NOTHING_KNOWN} language="en" words={words} />
    </>,
  );
  return [...document.querySelectorAll('p')].map(({ textContent }) => textContent.trim());
}

/** Shows "Why am I seeing this?" in English, with these values in place of the defaults. */
function showWhy(given: Pick<ComponentProps<typeof Why>, 'context' | 'ofSearch' | 'content'>): Promise<void> {
  return show(
    <Why
      {...given}
      language="en"
      effective={NOTHING_KNOWN}
      words={words}
      onMistake={() => {}}
      copy={async () => {}}
    />,
  );
}

test('one’s own reason is read first, whichever message is shown; the law is there once', async () => {
  const reason = message(WRITTEN.reason, 'for my daughter');
  for (const texts of [await paragraphs(reason, law), await paragraphs(law, reason)]) {
    expect(texts.slice(0, 2)).toEqual([`You wrote: for my daughter ${words('lead')}`, 'The law.']);
    expect(texts.filter((text) => text.includes('The law.'))).toHaveLength(1);
  }
  const statement = message(WRITTEN.statement, 'Not here.');
  expect((await paragraphs(law, statement)).slice(0, 3)).toEqual([
    words('lead'),
    'The law.',
    'From whoever manages this browser Not here.',
  ]);
});

test('the source of every message is behind "Why am I seeing this?", each once', async () => {
  const cited = (id: string, title: string): Message => ({
    ...message(id, id),
    citation: { title, checked: '2026-11-21' },
  });
  const content = {
    main: cited('law:US-GA', 'O.C.G.A.'),
    alongside: cited('law-minors:US-GA', '18 U.S.C. § 1591'),
    supporting: cited('age-04', 'O.C.G.A.'),
    variant: 0,
    accent: null,
  } as const;
  await showWhy({ context: null, ofSearch: false, content });
  const details = document.querySelector('details');
  expect(details?.open).toBe(false);
  const lines = [...(details?.querySelectorAll('p') ?? [])].map(({ textContent }) => textContent);
  expect(lines.filter((line) => line.startsWith('Source:'))).toEqual([
    'Source: O.C.G.A., checked November 21, 2026',
    'Source: 18 U.S.C. § 1591, checked November 21, 2026',
  ]);
  expect(lines).not.toContain(words('whySearches'));
});

test('an empty PIN field does not count as a try', async () => {
  const asked: (string | undefined)[] = [];
  await show(
    <Continue
      state={{ kind: 'ready', pin: true }}
      language="en"
      words={words}
      label={words('continue')}
      writeLine={false}
      ask={async (pin) => {
        asked.push(pin);
        return { granted: false, why: 'pin-needed' };
      }}
    />,
  );
  const field = document.querySelector('input');
  // A PIN may contain letters, and the field's name is the visible text next to it.
  expect(field?.inputMode).not.toBe('numeric');
  expect(field?.ariaLabel ?? null).toBeNull();
  expect(field?.closest('label')?.textContent).toMatch(/^PIN/);
  await press(button('Continue anyway'));
  expect(asked).toEqual([undefined]);
  expect(document.querySelector('[role=status]')?.textContent).toBe('Enter the PIN first.');
});

test('the wait is said in words when it begins, not every second', async () => {
  await show(
    <Continue
      state={{ kind: 'wait', secondsLeft: 45, pin: false }}
      language="en"
      words={words}
      label={words('continue')}
      writeLine={false}
      ask={async () => ({ granted: false, why: 'too-early' })}
    />,
  );
  expect(document.querySelector('[role=status]')?.textContent).toBe(
    'Continue anyway: possible in 45 seconds',
  );
});

test.each(LANGUAGES)(
  'while it counts down the way on has the name that its button will have: %s',
  async (language) => {
    document.documentElement.lang = language;
    const said = await loadWords('notice', language);
    for (const label of [said('continue'), said('searchAnyway')]) {
      await show(
        <Continue
          state={{ kind: 'wait', secondsLeft: 45, pin: false }}
          language={language}
          words={said}
          label={label}
          writeLine={false}
          ask={async () => ({ granted: false, why: 'too-early' })}
        />,
      );
      const waiting = document.querySelector('button')?.textContent ?? '';
      expect([waiting.slice(0, label.length), waiting.length > label.length]).toEqual([label, true]);
      expect(document.querySelector('[role=status]')?.textContent).toContain(label);
    }
    document.documentElement.lang = 'en';
  },
);

describe('where a rule for searches led here', () => {
  const SEARCH = { kind: 'search', by: 'list', id: 'en-near', site: 'duckduckgo.com' } as const;

  /** @returns what `Why am I seeing this?` says once the reader calls the notice a mistake. */
  async function mistaken(match: typeof SEARCH | null): Promise<{ reasons: string[]; report: string }> {
    await showWhy({
      context: {
        match,
        listVersion: '2026-11-29',
        continue: { kind: 'never', why: 'zero-tolerance' },
        search: null,
      },
      ofSearch: true,
      content: { main: law, alongside: null, supporting: law, variant: 0, accent: null },
    });
    await press(button('This is a mistake'));
    const reasons = [...document.querySelectorAll('p')].map(({ textContent }) => textContent);
    return { reasons, report: document.querySelector('textarea')?.value ?? '' };
  }

  test.each([SEARCH, null])('the reason speaks of a search, known to the worker or not', async (match) => {
    const { reasons } = await mistaken(match);
    expect(reasons).toContain(words('whySearch'));
    expect(reasons).not.toContain(words('whyUnknown'));
    // The first sentence alone, about known pages, would not explain this notice.
    expect(reasons).toContain(words('whySearches'));
  });

  test('the report of a mistake names engine and phrase, and asks what the search was about', async () => {
    const { report } = await mistaken(SEARCH);
    expect(report.split('\n').slice(1)).toEqual([
      'Search engine: duckduckgo.com',
      'Phrase: en-near',
      'List: 2026-11-29',
      'What the search was about: ',
    ]);
  });
});
