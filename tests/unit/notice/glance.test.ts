/** Tests that every figure in a cell of the notice comes from the law file of its place: if the file changes, so does the cell. */
import { describe, expect, test } from 'vitest';
import glance from '../../../data/glance.json' with { type: 'json' };
import { readLaws } from '../../../scripts/facts/read-data.ts';
import { readWords } from '../../../scripts/read-words.ts';
import { cellsOf, glanceAt } from '../../../utils/notice/glance.ts';
import { fineText, termText } from '../../../utils/notice/law-amounts.ts';
import type { Law } from '../../../utils/notice/law-types.ts';
import { lawInFull } from '../../../utils/notice/law-view.ts';
import { LANGUAGES, languageEntry } from '../../../utils/words/languages.ts';

const today = '2026-11-29';
const options = (law: Law, day = today) => ({
  language: law.language,
  today: day,
  words: readWords('law', law.language),
});
const named = (code: string, language: (typeof LANGUAGES)[number] = 'en') => {
  const law = readLaws(language).find((one) => one.code === code);
  if (!law) throw new Error(`No law of ${code}`);
  return structuredClone(law);
};

describe.each(LANGUAGES)('in %s', (language) => {
  test('each cell says what the file of its place says, and opens where the law in full says it', () => {
    let cells = 0;
    for (const law of readLaws(language)) {
      const full = lawInFull(law, null, options(law));
      for (const cell of cellsOf(law, options(law))) {
        cells++;
        const [offence] = law.offences;
        const sections = full?.sections ?? [];
        const parts = [
          ...(sections[0]?.offences[0]?.rows ?? []),
          ...sections.flatMap(({ points }) => points),
        ].map(({ part }) => part);
        expect(parts, `${law.code}: ${cell.part}`).toContain(cell.part);
        const say = options(law);
        if (cell.kind === 'jail') {
          for (const term of [offence?.jail?.min, offence?.jail?.max])
            if (term) expect(cell.figure, law.code).toContain(termText(term, say));
        } else if (cell.kind === 'fine') {
          if (offence?.fine) expect(cell.figure).toBe(fineText(offence.fine, say));
        } else expect(law.collateral.map(({ id }) => id)).toContain(cell.part);
      }
    }
    // A language that is spoken in few places has few laws.
    if (!languageEntry(language)?.places) expect(cells).toBeGreaterThan(60);
  });
});

test('Georgia: a changed file changes the cell', () => {
  const law = named('US-GA');
  const before = cellsOf(law, options(law));
  expect(before.map(({ figure, label }) => `${figure} ${label}`)).toEqual([
    'up to 12 months in jail',
    'up to $5,000 fine',
    'Your name must be published',
  ]);
  const [offence] = law.offences;
  if (!offence) throw new Error('Georgia has no offense');
  offence.jail = { min: null, max: { months: 6 } };
  offence.fine = { min: 100, max: 700, currency: 'USD' };
  law.collateral = law.collateral.filter(({ kind }) => kind !== 'publication');
  expect(cellsOf(law, options(law)).map(({ figure, label }) => `${figure} ${label}`)).toEqual([
    'up to 6 months in jail',
    '$100 to $700 fine',
    'Your spouse can be told',
  ]);
});

test('no cell where the payer is not punished, only some are, nothing is confirmed, a part was not read, or the check is overdue', () => {
  for (const buyerPunished of ['no', 'only-exploited', 'only-public'] as const)
    expect(cellsOf({ ...named('US-GA'), buyerPunished }, options(named('US-GA')))).toEqual([]);
  expect(cellsOf({ ...named('US-GA'), confidence: 'unsure' }, options(named('US-GA')))).toEqual([]);
  expect(cellsOf({ ...named('US-GA'), display: false }, options(named('US-GA')))).toEqual([]);
  expect(cellsOf(named('US-GA'), options(named('US-GA'), '2999-01-01'))).toEqual([]);
  const law = named('US-GA');
  for (const offence of law.offences) offence.unread = ['jail', 'fine'];
  expect(cellsOf(law, options(law)).map(({ kind }) => kind)).not.toContain('jail');
  expect(glanceAt({ law: named('AU'), federal: null }, options(named('AU'))).sentence).toBeNull();
});

test('a consequence of another offense than paying an adult has no cell, whatever the list of cells names', () => {
  const law = named('US-GA');
  const [paying] = law.offences;
  const [minor] = law.minor;
  if (!paying || !minor) throw new Error('Georgia has no offenses');
  const parts = () => cellsOf(law, options(law)).map(({ part }) => part);
  const only = (id: string) => {
    for (const one of law.collateral) if (one.kind === 'publication') one.offences = [id];
  };
  only(paying.id);
  expect(parts()).toContain('publication');
  only(minor.id);
  expect(parts()).not.toContain('publication');
});

test.each(LANGUAGES)('what the law requires is not softened to what can happen, in %s', (language) => {
  const required = readLaws(language).flatMap((law) =>
    law.collateral.filter((one) => one.required).map((one) => ({ law, one })),
  );
  const labels = ({ law, one }: (typeof required)[number]) =>
    cellsOf(law, options(law)).flatMap(({ part, label }) => (part === one.id ? [label] : []));
  for (const { law, one } of required) {
    const [said] = labels({ law, one });
    expect(said, `${law.code}: ${one.id}`).toBe(
      options(law).words(`cell-${one.kind as 'publication' | 'class'}-required-label`),
    );
    delete one.required;
    const [softened] = labels({ law, one });
    expect(softened).toBeTruthy();
    expect(softened).not.toBe(said);
  }
  if (language === 'en' || language === 'es')
    expect(required.map(({ law }) => law.code)).toEqual(['US-GA', 'US-LA', 'US-NJ', 'US-OH', 'US-WA']);
});

test('each place keeps its cells: what the list names follows the offense of paying an adult', () => {
  for (const [code, ids] of Object.entries(glance.places)) {
    const law = named(code);
    const [paying] = law.offences;
    for (const { id, offences } of law.collateral.filter((one) => ids.includes(one.id)))
      expect(offences ?? [paying?.id], `${code}: ${id}`).toContain(paying?.id);
  }
});

test('what may be shown in a cell is in the law file, and never needs a minor or a second conviction', () => {
  for (const [code, ids] of Object.entries(glance.places)) {
    const law = named(code);
    for (const id of ids) {
      const found = law.collateral.find((one) => one.id === id);
      expect(found, `${code}: ${id}`).toBeDefined();
      // Its first sentence must be about the first time.
      expect(found?.text.split('. ')[0], `${code}: ${id}`).not.toMatch(
        /\b(second|repeat|again|minor|child|under 18)\b/i,
      );
    }
  }
});
