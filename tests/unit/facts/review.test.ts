/** Tests what a reviewer reads: every place's notice in both languages, with a fixed date, and the lists of what is due. */
import { describe, expect, test } from 'vitest';
import { languageSheet } from '../../../scripts/facts/language-sheet.ts';
import { readDated, readLaws } from '../../../scripts/facts/read-data.ts';
import { noticeLines, noticeRenderer } from '../../../scripts/facts/render-notice.ts';
import { reviewPage } from '../../../scripts/facts/review-page.ts';
import { findStale, staleText } from '../../../scripts/facts/stale.ts';
import { LANGUAGES } from '../../../utils/words/languages.ts';

const TODAY = '2026-11-21';
const laws = readLaws('en');
const render = noticeRenderer('en', TODAY);

describe('every place, rendered', () => {
  for (const language of LANGUAGES) {
    test(`${language}: as in tests/golden/law/${language}.txt`, async () => {
      const render = noticeRenderer(language, TODAY);
      const text = readLaws(language)
        .map((law) => noticeLines(law, render(law)).join('\n'))
        .join('\n\n');
      await expect(`${text}\n`).toMatchFileSnapshot(`../../golden/law/${language}.txt`);
    });
  }

  test('a US state shows its law first and federal law on minors next to it', () => {
    for (const law of laws.filter(({ showFederalMinor }) => showFederalMinor)) {
      const { notice } = render(law);
      expect(notice.main.text, law.code).toContain(law.plain);
      expect(notice.alongside?.text, law.code).toMatch(/federal court.*10 years to life/);
    }
  });

  test('a country that does not punish the payer gets another theme', () => {
    for (const code of ['AU', 'NZ', 'JP', 'IL']) {
      const law = laws.find((entry) => entry.code === code);
      if (!law) throw new Error(code);
      expect(render(law).notice.main.theme, code).not.toBe('law');
    }
  });
});

test('the review page contains every text and every source, escaped, and loads nothing', () => {
  const page = reviewPage(
    [
      { laws, render },
      { laws: readLaws('es'), render: noticeRenderer('es', TODAY) },
    ],
    TODAY,
  );
  for (const law of laws) {
    expect(page).toContain(`<section id="${law.code}">`);
    const own = law.official ? [law.official, ...law.readIn] : law.readIn;
    for (const { url } of own) if (url) expect(page).toContain(url.replaceAll('&', '&#38;'));
  }
  expect(page).toContain('L &#38; L Law Group');
  expect(page).not.toMatch(/<(script|img|link|iframe)|src=|href="http/);
});

describe('what is due', () => {
  const dated = (id: string, checkAgain: string) => ({ file: 'data/x.json', id, checked: null, checkAgain });
  const all = [dated('late', '2027-06-01'), dated('today', '2027-02-01'), dated('past', '2027-01-31')];

  test('lapses the day after, is soon until the horizon, and comes in order', () => {
    const found = findStale(all, '2027-02-01', 120);
    expect(found.lapsed.map(({ id }) => id)).toEqual(['past']);
    expect(found.soon.map(({ id }) => id)).toEqual(['today', 'late']);
    expect(findStale(all, '2027-02-01', 119).soon.map(({ id }) => id)).toEqual(['today']);
    expect(staleText(found, '2027-02-01', 120)).toBe(
      [
        'Lapsed before 2027-02-01: 1',
        '  2027-01-31  past  (data/x.json)',
        'Due within 120 days: 2',
        '  2027-02-01  today  (data/x.json)',
        '  2027-06-01  late  (data/x.json)',
      ].join('\n'),
    );
  });

  test('finds the dates of law, claims, helplines and signs, at any depth', () => {
    expect(readDated('law')).toHaveLength(laws.length);
    for (const place of ['claims', 'help', 'learn/signs.json']) {
      const found = readDated(place);
      expect(found.length, place).toBeGreaterThan(5);
      for (const { checkAgain, id } of found) {
        expect(checkAgain, id).toMatch(/^\d{4}-\d\d-\d\d$/);
        expect(id).not.toBe('');
      }
    }
    expect(readDated('nothing-here')).toEqual([]);
  });

  test('on the day of this release nothing has lapsed; in February the bills are due', () => {
    expect(findStale(readDated('law'), TODAY, 0).lapsed).toEqual([]);
    const due = findStale(readDated('law'), '2027-02-02', 0).lapsed.map(({ id }) => id);
    expect(due).toEqual(
      expect.arrayContaining([
        'US-GA',
        'US-WA',
        'US-TN',
        'US-NJ',
        'US-KS',
        'US-NH',
        'US-LA',
        'US-RI',
        'US-VT',
      ]),
    );
    expect(due).not.toContain('US-HI');
  });
});

test('the page to print begins with what a reader meets first', () => {
  const files = [...languageSheet('es').matchAll(/<h2>[^<]*<code>data\/words\/es\/([\w-]+)\.json/g)].map(
    ([, name]) => name,
  );
  expect(files.slice(0, 9)).toEqual([
    'notice',
    'main-helpline',
    'messages',
    'overlay',
    'help',
    'law',
    'popup',
    'welcome',
    'controls',
  ]);
});
