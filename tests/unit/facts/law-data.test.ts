/** The data itself: whole, within the schema, in respectful words, with no figure that rests on nothing. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { lintLaw } from '../../../scripts/facts/law-lint.ts';
import { readLaws } from '../../../scripts/facts/read-data.ts';
import { numbers, sentences } from '../../../scripts/facts/sentences.ts';
import { lawSchema, lawSentencesSchema } from '../../../utils/notice/law-schema.ts';
import { LAW_CODES, loadLaw } from '../../../utils/notice/load-law.ts';

const laws = readLaws('en');
const spanish = readLaws('es');
const law = (code: string, from = laws) => {
  const found = from.find((entry) => entry.code === code);
  if (!found) throw new Error(`no ${code}`);
  return structuredClone(found);
};

const STATES =
  'AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC PR';
const ABROAD = 'SE NO IS CA GB-NIR GB-EAW GB-SCT IE FR IL FI DE AU NZ IN KR JP PH ZA US-XT XT';

test('every place that was researched has its file, and no other', () => {
  const expected = ['US', ...STATES.split(' ').map((state) => `US-${state}`), ...ABROAD.split(' ')].sort();
  expect(laws.map(({ code }) => code).sort()).toEqual(expected);
  expect([...LAW_CODES].sort()).toEqual(expected);
});

describe('the words of every entry', () => {
  for (const entry of laws) {
    test(entry.code, () => {
      expect([...lintLaw(entry, entry), ...lintLaw(law(entry.code, spanish), entry)]).toEqual([]);
    });
  }
});

test('every US state stands beside federal law on minors, and no other entry does', () => {
  for (const { code, showFederalMinor } of laws) {
    expect(showFederalMinor, code).toBe(/^US-(?!XT$)/.test(code));
  }
});

test('the five unsure states have no figures to show', () => {
  const unsure = laws.filter(({ confidence }) => confidence === 'unsure');
  expect(unsure.map(({ code }) => code)).toEqual(['US-IL', 'US-MS', 'US-OK', 'US-PR', 'US-WV']);
  for (const { figures, figuresMinor } of unsure) expect([figures, figuresMinor]).toEqual([null, null]);
});

test('what decides is checked again early: pending bills in February, weak evidence within six months', () => {
  for (const { code, pending, confidence, checkAgain } of laws) {
    const latest = pending ? '2027-02-01' : confidence === 'verified' ? '2027-11-21' : '2027-05-21';
    expect(checkAgain <= latest, code).toBe(true);
  }
});

test('sources are what a reader can look up: no machine, no placeholder', () => {
  for (const { code, sources } of laws) {
    for (const { title, url } of sources) {
      expect(`${title} ${url ?? ''}`, code).not.toMatch(
        /\/work\/|localhost|\.\.\.|saint1415|legalize-dev|find_string/,
      );
    }
  }
});

test('loading gives the same entry as the disk, and null for a place without one', async () => {
  expect(await loadLaw('US-GA', 'en')).toEqual(law('US-GA'));
  expect(await loadLaw('FR', 'es')).toEqual(law('FR', spanish));
  expect(await loadLaw('XX', 'en')).toBeNull();
});

describe('the lint finds what it is for', () => {
  test('a figure that is not in the structure', () => {
    const entry = law('US-GA');
    entry.figures = 'It can bring up to 99 months in jail.';
    expect(lintLaw(entry, entry)).toEqual(['US-GA en figures: 99 is not in the structured entry']);
  });
  test('a figure that only stands in a part nobody has read', () => {
    const entry = law('KR');
    entry.figures = 'It can bring up to 1 year in prison.';
    expect(lintLaw(entry, entry)).toEqual(['KR en figures: 1 is not in the structured entry']);
  });
  test('a figure in the sentence that stays, languages that differ, a word never to use, a long sentence', () => {
    const entry = law('SE');
    entry.plain =
      'In Sweden a prostitute is safe and this sentence goes on and on and on and on for 19 words.';
    expect(lintLaw(entry, law('SE')).join('\n')).toMatch(
      /20 words.*never say "prostitute".*different numbers.*holds a figure/s,
    );
    const other = law('SE', spanish);
    other.plain = 'En Suecia hay 20.';
    expect(lintLaw(other, law('SE'))).toEqual([
      'SE es plain: the languages give different numbers',
      'SE es plain: holds a figure, which would stay after checkAgain',
    ]);
  });
  test('a number hidden in letters', () => {
    const entry = { ...law('SE'), plain: 'It can be ten years.' };
    expect(lintLaw(entry, entry)).toEqual(['SE en plain: write "ten" in digits']);
    const other = { ...law('SE', spanish), plain: 'Pueden ser diez años.' };
    expect(lintLaw(other, entry)).toEqual(['SE es plain: write "diez" in digits']);
  });
  test('abbreviations and thousands are read as one', () => {
    expect(sentences('In Washington, D.C., it is. In EE. UU. too.', 'es')).toHaveLength(2);
    expect(numbers('$2,500, then 2.5 years', 'en')).toEqual(['2500', '2.5']);
  });
});

test('an unsure entry has no figures', () => {
  const unsure = { ...law('US-IL'), figures: 'Up to 1 year.' };
  expect(lintLaw(unsure, unsure).join()).toContain('an unsure entry shows its plain sentence only');
});

test('the schema refuses a check that is due before it was made, what it does not know, and ids that are not one', () => {
  const sweden = JSON.parse(readFileSync('data/law/SE.json', 'utf8'));
  const fits = (change: object) => lawSchema.safeParse({ ...sweden, ...change }).success;
  expect(fits({})).toBe(true);
  expect(fits({ checkAgain: '2026-01-01' })).toBe(false);
  expect(fits({ unknown: true })).toBe(false);
  expect(fits({ cites: { plain: 'some other act' } })).toBe(false);
  expect(fits({ minor: sweden.offences })).toBe(false);
  expect(lawSentencesSchema.safeParse({ plain: 'A.', figuresMinor: 'Up to 1 year.' }).success).toBe(false);
});
