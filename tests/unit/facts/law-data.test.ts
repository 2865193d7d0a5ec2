/** Tests the data itself: complete, within the schema, in respectful words, with no figure without a source. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { lintLaw } from '../../../scripts/facts/law-lint.ts';
import { readLaws } from '../../../scripts/facts/read-data.ts';
import { numbers, sentences } from '../../../scripts/facts/sentences.ts';
import { LOOKED_UP_KINDS } from '../../../utils/notice/law-kinds.ts';
import { lawSchema, lawSentencesSchema } from '../../../utils/notice/law-schema.ts';
import type { Law } from '../../../utils/notice/law-types.ts';
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
const ABROAD =
  'AT AU BE BR CA CH DE DK ES FI FR GB GB-EAW GB-NIR GB-SCT IE IL IN IS IT JP KR LU MX NL NO NZ PH PL PT RO SE ZA US-XT XT';

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

test('every US state is shown with federal law on minors, and no other entry is', () => {
  for (const { code, showFederalMinor } of laws) {
    expect(showFederalMinor, code).toBe(/^US-(?!XT$)/.test(code));
  }
});

test('the three unsure states have no figures to show', () => {
  const unsure = laws.filter(({ confidence }) => confidence === 'unsure');
  expect(unsure.map(({ code }) => code)).toEqual(['US-MS', 'US-PR', 'US-WV']);
  for (const { figures, figuresMinor } of unsure) expect([figures, figuresMinor]).toEqual([null, null]);
});

test('what decides is checked again early: pending bills in February, weak evidence within six months', () => {
  for (const { code, pending, confidence, checkAgain } of laws) {
    const latest = pending ? '2027-02-01' : confidence === 'verified' ? '2027-11-21' : '2027-05-21';
    expect(checkAgain <= latest, code).toBe(true);
  }
});

test('every US place has each kind of consequence, or says what was read for it', () => {
  for (const state of STATES.split(' ')) {
    const { collateral, collateralRead = [] } = law(`US-${state}`);
    const answered = [...collateral.map(({ kind }) => kind), ...collateralRead.flatMap(({ kinds }) => kinds)];
    for (const kind of LOOKED_UP_KINDS) expect(answered, `US-${state}`).toContain(kind);
  }
});

test('where paying an adult is punished, a penalty is stated or the file says why none is', () => {
  const stated = ({ jail, fine, unread = [] }: Law['offences'][number]) =>
    !unread.includes('all') && ((jail && !unread.includes('jail')) || (fine && !unread.includes('fine')));
  for (const { code, buyerPunished, offences, noPenaltyRead } of laws) {
    if (!['yes', 'outside-licensed'].includes(buyerPunished)) continue;
    expect(offences.some(stated) !== (noPenaltyRead !== undefined), code).toBe(true);
  }
});

test('a reader is sent to the official text, never to who reported it', () => {
  for (const { code, official } of laws) {
    expect(official === null, code).toBe(code === 'XT');
    expect(official?.url ?? '', code).not.toMatch(/justia|legalclarity|findlaw|law-?group|github/i);
  }
});

test('what was read is what a reader can look up: no machine, no placeholder', () => {
  for (const { code, readIn } of laws) {
    for (const { title, url } of readIn) {
      expect(`${title} ${url ?? ''}`, code).not.toMatch(
        /\/work\/|localhost|\.\.\.|saint1415|legalize-dev|find_string/,
      );
    }
  }
});

test('loading gives the same entry as the disk, and null for a place without one', async () => {
  expect(await loadLaw('US-GA', 'en')).toEqual(law('US-GA'));
  // Ignores no-break spaces in its sentences.
  const typed = (read: unknown) => JSON.parse(JSON.stringify(read).replaceAll('\u00A0', ' '));
  expect(typed(await loadLaw('FR', 'es'))).toEqual(typed(law('FR', spanish)));
  expect(await loadLaw('XX', 'en')).toBeNull();
});

describe('the lint finds what it is for', () => {
  test('a figure that is not in the structure', () => {
    const entry = law('US-GA');
    entry.figures = 'You could face up to 99 months in jail.';
    expect(lintLaw(entry, entry)).toEqual(['US-GA en figures: 99 is not in the structured entry']);
  });
  test('a figure that occurs only in a part nobody has read', () => {
    const entry = law('KR');
    entry.figures = 'You could face up to 3 years in prison.';
    expect(lintLaw(entry, entry)).toEqual(['KR en figures: 3 is not in the structured entry']);
  });
  test('a figure in the sentence that stays, languages that differ, a word never to use, a long sentence', () => {
    const entry = law('SE');
    entry.plain =
      'In Sweden a prostitute is safe and this sentence goes on and on and on and on for 19 words.';
    expect(lintLaw(entry, law('SE')).join('\n')).toMatch(
      /20 words.*never say "prostitute".*different numbers.*contains a figure/s,
    );
    const other = law('SE', spanish);
    other.plain = 'En Suecia hay 20.';
    expect(lintLaw(other, law('SE'))).toEqual([
      'SE es plain: the languages give different numbers',
      'SE es plain: contains a figure, which would stay after checkAgain',
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
  const unsure = { ...law('US-PR'), figures: 'Up to 1 year.' };
  expect(lintLaw(unsure, unsure).join()).toContain('an unsure entry shows its plain sentence only');
});

test('a consequence is marked as required only where its sentence says that the law requires it', () => {
  const required = laws.flatMap(({ code, collateral }) =>
    collateral.flatMap((one) => (one.required ? [{ code, text: one.text.split('. ')[0] }] : [])),
  );
  expect(required).not.toEqual([]);
  for (const { code, text } of required) {
    expect(text, code).toMatch(/\bmust\b|\bis published\b/);
    expect(text, code).not.toMatch(/\b(can|may|probation|where one exists)\b/i);
  }
});

test('the schema refuses a check that is due before it was made, what it does not know, and ids that are not one', () => {
  const sweden = JSON.parse(readFileSync('data/law/SE.json', 'utf8'));
  const fits = (change: object) => lawSchema.safeParse({ ...sweden, ...change }).success;
  expect(fits({})).toBe(true);
  expect(fits({ checkAgain: '2026-01-01' })).toBe(false);
  expect(fits({ unknown: true })).toBe(false);
  expect(fits({ cites: { plain: 'some other act' } })).toBe(false);
  expect(fits({ minor: sweden.offences })).toBe(false);
  const [record] = sweden.collateral;
  expect(fits({ collateral: [{ ...record, offences: ['no-such-offense'] }] })).toBe(false);
  expect(fits({ collateral: [{ ...record, required: true }] })).toBe(false);
  expect(fits({ collateral: [{ ...record, kind: 'class', required: true }] })).toBe(true);
  const read = { found: false, where: 'The code of the place.', on: '2026-11-29' };
  expect(fits({ collateralRead: [{ ...read, kinds: ['testing'] }] })).toBe(true);
  expect(fits({ collateralRead: [{ ...read, kinds: [record.kind] }] })).toBe(false);
  expect(fits({ collateralRead: [{ ...read, kinds: ['testing', 'testing'] }] })).toBe(false);
  expect(lawSentencesSchema.safeParse({ plain: 'A.', figuresMinor: 'Up to 1 year.' }).success).toBe(false);
});
