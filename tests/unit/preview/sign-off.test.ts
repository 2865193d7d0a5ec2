/** Tests that the sign-off sheet of a policy has the law, the help and the messages that readers under that policy would see. */
import { describe, expect, test } from 'vitest';
import { accentDays } from '../../../utils/preview/accents.ts';
import { signOff } from '../../../utils/preview/sign-off.ts';
import { loadWords } from '../../../utils/words/load.ts';
import { POLICY, snapshotOf } from './workplace.ts';

test('the sheet names the days of the campaign, and the seasons around it', async () => {
  const base = snapshotOf(POLICY);
  const words = await loadWords('messages', 'en');
  const days = accentDays(
    base.effective.campaign,
    { country: 'US', region: null, from: 'user' },
    '2026-11-21',
    words,
  );
  expect(days.map(({ from, until }) => `${from} ${until}`)).toEqual([
    '2026-12-01 2026-12-24',
    '2027-01-01 2027-01-10',
    '2027-01-11 2027-01-11',
    '2027-01-12 2027-01-31',
    '2027-07-30 2027-07-30',
  ]);
});

test('the sheet for staff in Georgia contains law, help and their dates', async () => {
  const base = snapshotOf(POLICY);
  for (const language of ['en', 'es'] as const) {
    const sheet = await signOff(base, language, '2026-11-21');
    expect(sheet.placeName).toBe(language === 'en' ? 'Georgia, United States' : 'Georgia, Estados Unidos');
    expect(sheet.law?.sections.map(({ id }) => id)).toContain('federal');
    expect(JSON.stringify(sheet.law)).toContain('18 U.S.C. § 2423, United States Code');
    expect(sheet.messages.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['law:US-GA', 'law-minors:US-GA', 'employer-statement']),
    );
    for (const { citation, theme } of sheet.messages) {
      if (theme === 'law') expect(citation?.checked).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    }
    expect(sheet.helplines.length).toBeGreaterThan(5);
    expect(new Set(sheet.helplines.map(({ id }) => id)).size).toBe(sheet.helplines.length);
    expect(sheet.mainHelpline).toContain('1-888-373-7888');
  }
});

test('the sheet for a family contains no law, in no place that has one', async () => {
  for (const place of ['US-GA', 'US', 'SE']) {
    const base = snapshotOf({ audience: 'family', jurisdictions: [place] });
    const { law, messages } = await signOff(base, 'en', '2026-11-21');
    expect(law).toBeNull();
    expect(messages.filter(({ theme }) => theme === 'law' || theme === 'sting')).toEqual([]);
  }
});

test('past the date to check again, the sheet has no figures of the law, as the notice has none', async () => {
  const base = snapshotOf(POLICY);
  const words = await loadWords('law', 'en');
  const figuresOn = async (today: string) => {
    const { law, messages } = await signOff(base, 'en', today);
    const offences = law?.sections.flatMap((section) => section.offences) ?? [];
    const labels = offences.flatMap(({ rows }) => rows.map(({ label }) => label));
    return {
      rows: [words('prison'), words('fine')].filter((label) => labels.includes(label)),
      sentences: [
        ...(law?.summary ?? []),
        ...messages.filter(({ id }) => /^law(?:-minors)?:US-GA$/.test(id)).map(({ text }) => text),
      ].filter((text) => /\d/.test(text)).length,
      cited: labels.includes(words('who')),
    };
  };
  const { sentences, ...current } = await figuresOn('2026-11-21');
  expect(sentences).toBeGreaterThan(0);
  expect(current).toEqual({ rows: [words('prison'), words('fine')], cited: true });
  expect(await figuresOn('2040-01-01')).toEqual({ rows: [], sentences: 0, cited: true });
});

describe('a policy with several places', () => {
  const policy = { ...POLICY, jurisdictions: ['US-GA', 'US-TX', 'DE'] };
  test('the sheet contains the law of each, in the order of the policy, and names them in one line', async () => {
    const sheet = await signOff(
      snapshotOf(policy, { timeZone: 'Asia/Tokyo', locales: [] }),
      'en',
      '2026-11-21',
    );
    expect(sheet.law).toBeNull();
    expect(sheet.offered).toBe('Georgia (United States), Texas (United States), and Germany');
    expect(sheet.offices.map(({ place }) => place)).toEqual([
      'Georgia (United States)',
      'Texas (United States)',
      'Germany',
    ]);
    const citations = sheet.offices.map(({ law }) =>
      JSON.stringify(law?.sections.flatMap(({ offences }) => offences.map(({ citation }) => citation))),
    );
    expect(citations[0]).toContain('O.C.G.A.');
    expect(citations[1]).toContain('Tex');
    expect(citations[1]).not.toContain('O.C.G.A.');
    expect(citations[2]).toMatch(/StGB|ProstSchG/);
  });

  test('one place has no offices of its own', async () => {
    expect(await signOff(snapshotOf(POLICY), 'en', '2026-11-21')).toMatchObject({
      offered: null,
      offices: [],
    });
  });
});
