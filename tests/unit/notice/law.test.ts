/** Tests what is shown of an entry, with a fixed date: before its check is due, after it, and if nothing may be shown. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readLaws } from '../../../scripts/facts/read-data.ts';
import { readWords } from '../../../scripts/read-words.ts';
import { figuresAreCurrent, lawMaterial, lawMessage, minorMessage } from '../../../utils/notice/law.ts';
import { dateText, fineText, termText } from '../../../utils/notice/law-amounts.ts';
import { choiceOffered, lawOffered } from '../../../utils/notice/law-offered.ts';
import type { Law } from '../../../utils/notice/law-types.ts';
import { lawInFull } from '../../../utils/notice/law-view.ts';

const laws = { en: readLaws('en'), es: readLaws('es') };
const words = { en: readWords('law', 'en'), es: readWords('law', 'es') };
const law = (code: string, language: 'en' | 'es' = 'en'): Law => {
  const found = laws[language].find((entry) => entry.code === code);
  if (!found) throw new Error(`no ${code}`);
  return found;
};
const TODAY = '2026-11-21';
const inFull = (code: string, language: 'en' | 'es' = 'en', today = TODAY) =>
  lawInFull(law(code, language), law('US', language), { language, today, words: words[language] });

test('the law is opened for every reader but a family, and nowhere that is blocked', () => {
  const readers = ['personal', 'workplace', 'family'] as const;
  const offered = (code: string) => readers.map((audience) => lawOffered(audience, law(code))?.code);
  expect(offered('US-GA')).toEqual(['US-GA', 'US-GA', undefined]);
  expect(lawOffered('personal', { ...law('SE'), display: false })).toBeNull();
  expect(lawOffered('personal', null)).toBeNull();
  expect(readers.map((audience) => choiceOffered(audience, 'state'))).toEqual(['state', 'state', null]);
});

describe('the message', () => {
  test('gives the plain sentence and the figures, with the statute', () => {
    expect(lawMessage(law('US-TX'), { today: TODAY })).toEqual({
      id: 'law:US-TX',
      theme: 'law',
      text: 'In Texas, it is a felony to offer or agree to pay for sex. A first time counts too. You could face 180 days to 2 years in a state jail and a $10,000 fine.',
      figures: true,
      language: 'en',
      citation: {
        title: 'Tex. Penal Code § 43.021',
        publisher: 'Texas Statutes',
        url: 'https://statutes.capitol.texas.gov/',
        checked: law('US-TX').checked,
      },
    });
  });

  test('keeps its figures on the day its check is due and loses them the day after', () => {
    const { checkAgain } = law('US-GA');
    const dayAfter = new Date(Date.parse(checkAgain) + 86_400_000).toISOString().slice(0, 10);
    expect(lawMessage(law('US-GA', 'es'), { today: checkAgain })?.text).toContain('12 meses');
    const after = lawMessage(law('US-GA', 'es'), { today: dayAfter });
    expect(after?.figures).toBe(false);
    expect(after?.text).toBe(law('US-GA', 'es').plain);
  });

  test('threatens nobody where paying an adult is not punished, nor where the entry is blocked', () => {
    for (const code of ['AU', 'NZ', 'JP', 'IL', 'GB']) {
      expect(lawMessage(law(code), { today: TODAY }), code).toBeNull();
    }
    expect(minorMessage(law('JP'), { today: '2040-01-01' })?.text).toBe(
      'In Japan, paying a minor for sex is a crime.',
    );
    const blocked = { ...law('SE'), display: false };
    expect([lawMessage(blocked, { today: TODAY }), minorMessage(blocked, { today: TODAY })]).toEqual([
      null,
      null,
    ]);
    expect(minorMessage(law('IL'), { today: TODAY })?.text).toBe(
      'In Israel, paying a minor for sex is a crime.',
    );
  });

  test('comes with the law on minors: federal next to a state, its own in a country, once in the US', () => {
    const moment = { today: TODAY };
    const ids = (code: string, federal: Law | null) => {
      const { law: adult, minors } = lawMaterial(law(code), federal, moment);
      return [adult?.id, minors?.id];
    };
    expect(ids('US-CO', law('US'))).toEqual(['law:US-CO', 'law-minor:US']);
    expect(ids('SE', null)).toEqual(['law:SE', 'law-minor:SE']);
    expect(ids('JP', null)).toEqual([undefined, 'law-minor:JP']);
    expect(ids('US', null)).toEqual(['law:US', undefined]);
    expect(lawMaterial(null, null, moment)).toEqual({ law: null, minors: null });
  });

  test('cites the section its sentence is about, not just the first', () => {
    const moment = { today: TODAY };
    const title = (message: { citation: { title: string } | null } | null) => message?.citation?.title;
    expect(title(lawMessage(law('US'), moment))).toBe('18 U.S.C. § 1591(a)(1), (b)(2)');
    expect(title(minorMessage(law('US'), moment))).toBe('18 U.S.C. § 1591(a)(1), (b)(2)');
    expect(title(lawMessage(law('IN'), moment))).toContain('s. 144(2)');
    expect(title(minorMessage(law('US-DC'), moment))).toBe('D.C. Code § 22-3010.02');
    expect(title(lawMessage(law('US-GA'), moment))).toBe('O.C.G.A. §§ 16-6-12, 16-6-13');
  });

  test('does not cite a section nobody has read', () => {
    expect(lawMessage(law('US-UT'), { today: TODAY })?.citation?.title).not.toContain('§');
  });

  test('of a lapsed or unsure entry contains no digit, in any language, whatever the day', () => {
    const day = fc
      .date({ min: new Date('2026-11-21'), max: new Date('2040-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(fc.constantFrom(...laws.en, ...laws.es), day, (entry, today) => {
        for (const message of [lawMessage(entry, { today }), minorMessage(entry, { today })]) {
          if (!message) continue;
          if (!figuresAreCurrent(entry, today)) expect(message.text).not.toMatch(/\d/);
          expect(message.figures).toBe(/\d/.test(message.text));
        }
      }),
    );
  });
});

describe('the law in full', () => {
  test('shows what Georgia can bring, with federal law on minors next to it', () => {
    const view = inFull('US-GA');
    expect(view?.sections.map(({ id }) => id)).toEqual(['adult', 'minors', 'collateral', 'federal']);
    expect(view?.sections[0]?.offences[0]).toEqual({
      name: 'Pandering',
      citation: 'O.C.G.A. §§ 16-6-12, 16-6-13',
      rows: [
        {
          part: 'who',
          label: 'Who it covers',
          value: 'A person who asks someone for paid sex, for themselves or for another.',
        },
        { part: 'class', label: 'Charge level', value: 'misdemeanor of a high and aggravated nature' },
        { part: 'prison', label: 'Jail or prison', value: 'up to 12 months' },
        { part: 'fine', label: 'Fine', value: 'up to $5,000' },
        {
          part: 'required',
          label: 'Required',
          value: 'Of any jail term, at least 72 hours must be served.',
        },
        {
          part: 'repeat',
          label: 'If it happens again',
          value: 'Second or later: a felony with 1 to 10 years in prison.',
        },
        { part: 'since', label: 'In effect since', value: 'July 1, 2019' },
      ],
    });
    expect(view?.remarks).toHaveLength(1);
    expect(view?.remarks[0]).toContain('not legal advice');
  });

  test('is in Spanish throughout', () => {
    const row = inFull('US-FL', 'es')?.sections[0]?.offences[0]?.rows;
    expect(row).toContainEqual({ part: 'prison', label: 'Cárcel o prisión', value: 'hasta 1 año' });
    expect(row).toContainEqual({ part: 'fine', label: 'Multa', value: 'hasta $1,000' });
  });

  test('of an unsure state is its plain sentence, its sources and federal law only', () => {
    const view = inFull('US-PR');
    expect(view?.summary).toEqual(['In Puerto Rico, paying or offering to pay for sex is a crime.']);
    expect(view?.sections.map(({ id }) => id)).toEqual(['federal']);
    expect(view?.remarks).toHaveLength(2);
    expect(view?.remarks[0]).toBe(words.en('penaltyUnknown'));
    expect(view?.official?.title).toBe('Leyes de Puerto Rico');
    expect(view?.readIn.sources.length).toBeGreaterThan(0);
  });

  test('leaves out what nobody has read', () => {
    const unread = structuredClone(law('US-MA'));
    for (const offence of unread.minor) offence.unread = ['all'];
    const view = lawInFull(unread, law('US'), { language: 'en', today: TODAY, words: words.en });
    expect(view?.sections.map(({ id }) => id)).toEqual(['adult', 'federal']);
    const finland = inFull('FI')?.sections.find(({ id }) => id === 'minors')?.offences[0]?.rows;
    expect(finland?.map(({ label }) => label)).not.toContain('Jail or prison');
    const canadaMinor = inFull('CA')?.sections.find(({ id }) => id === 'minors')?.offences[0]?.rows;
    expect(canadaMinor).toContainEqual({ part: 'prison', label: 'Jail or prison', value: 'up to 10 years' });
    expect(inFull('US-KS')?.sections[0]?.offences[0]?.name).toBe('Paying for sex');
  });

  test('loses every penalty once the check is overdue, and says so', () => {
    for (const language of ['en', 'es'] as const) {
      for (const entry of laws[language].filter(({ display }) => display)) {
        const view = lawInFull(entry, null, { language, today: '2040-01-01', words: words[language] });
        const shown = view?.sections.flatMap(({ offences, points }) => [
          ...offences.flatMap(({ rows }) => rows),
          ...points,
        ]);
        const penalties = ['prison', 'fine', 'required', 'repeat'].map((key) =>
          words[language](key as 'prison'),
        );
        for (const { label } of shown ?? []) expect(penalties, entry.code).not.toContain(label);
        expect(view?.summary.join(' '), entry.code).not.toMatch(/\$|€|£/);
      }
    }
    expect(inFull('US-GA', 'en', '2040-01-01')?.remarks.join(' ')).toContain('no figures are shown');
  });

  test('a sentence that names a year is left out with the figures', () => {
    expect(inFull('JP')?.summary.join(' ')).toContain('A review of this began in 2026.');
    expect(inFull('JP', 'en', '2040-01-01')?.summary).toEqual([
      'In Japan, prostitution is banned by law.',
      'In Japan, paying a minor for sex is a crime.',
    ]);
  });

  test('adds one sentence on acts abroad, with its sources, where the entry has none of its own', () => {
    const spoken = (code: string, abroad: string) =>
      lawInFull(law(code), law('US'), { language: 'en', today: TODAY, words: words.en, abroad: law(abroad) });
    for (const state of ['US-GA', 'US-PR']) {
      const view = spoken(state, 'US-XT');
      const points = view?.sections.find(({ id }) => id === 'collateral')?.points;
      expect(points?.at(-1)).toEqual({ label: 'Acts abroad', value: law('US-XT').plain, citation: null });
      expect(view?.readIn.sources.map(({ title }) => title)).toContain(law('US-XT').readIn[0]?.title);
    }
    const france = JSON.stringify(spoken('FR', 'XT'));
    expect(france).toContain('Citizens and residents can be tried for acts abroad');
    expect(france).not.toContain(law('XT').plain);
  });

  test('is nothing at all where the entry is blocked, and has no federal law outside the US', () => {
    const blocked = { ...law('SE'), display: false };
    expect(lawInFull(blocked, null, { language: 'en', today: TODAY, words: words.en })).toBeNull();
    expect(inFull('SE')?.sections.map(({ id }) => id)).not.toContain('federal');
  });
});

test('terms and amounts are said in the language of the reader', () => {
  const en = { language: 'en', words: words.en } as const;
  const es = { language: 'es', words: words.es } as const;
  expect(termText({ months: 11, days: 29 }, en)).toBe('11 months and 29 days');
  expect(termText({ months: 11, days: 29 }, es)).toBe('11 meses y 29 días');
  expect(termText('life', es)).toBe('cadena perpetua');
  expect(termText({ years: 2.5 }, es)).toBe('2.5 años');
  expect(fineText({ min: 855, max: 8540, currency: 'USD' }, en)).toBe('$855 to $8,540');
  expect(fineText({ min: 500, max: null, currency: 'EUR' }, en)).toBe('at least €500');
  expect(fineText({ min: 2000, max: 2000, currency: 'USD' }, es)).toBe('$2,000');
});

test('in Arabic the letters and the sign of a currency stay together', () => {
  const ar = { language: 'ar', words: readWords('law', 'ar') } as const;
  expect(fineText({ min: null, max: 250_000, currency: 'USD' }, ar)).toContain('\u2068US$\u2069');
});

test.each([
  ['en', 'November 29, 2026'],
  ['de', '29. November 2026'],
  ['ko', '2026년 11월 29일'],
  // Leaves out the abbreviation "г.", with which a sentence would end in two full stops.
  ['ru', '29 ноября 2026'],
  ['uk', '29 листопада 2026'],
] as const)('a day in %s: %s', (language, said) => {
  expect(dateText('2026-11-29', language)).toBe(said);
});
