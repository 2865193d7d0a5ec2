/** Tests that claims fit their schema, are shown only where they apply, and lose their figures once those are too old. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { claimMessage, claimsFor, lastDayShown } from '../../../utils/notice/claims.ts';
import { claimFile, claimSentences, signSentences, signsFile } from '../../../utils/notice/claims-schema.ts';
import type { Claim, ClaimFacts, ClaimSentences } from '../../../utils/notice/claims-types.ts';
import { loadClaims } from '../../../utils/notice/load-claims.ts';
import type { Place } from '../../../utils/place/place.ts';
import { LANGUAGES } from '../../../utils/words/languages.ts';

const data = new URL('../../../data/', import.meta.url);
const read = (name: string) => JSON.parse(readFileSync(new URL(name, data), 'utf8'));
const files = readdirSync(new URL('claims/', data)).filter((name) => name.endsWith('.json'));
const TODAY = '2026-11-29';
const georgia: Place = { country: 'US', region: 'US-GA', from: 'user' };
const germany: Place = { country: 'DE', region: null, from: 'guess' };

describe('the data', () => {
  test.each(files)('%s passes its schema and contains one theme', (name) => {
    const entries = read(`claims/${name}`) as ClaimFacts[];
    expect(claimFile.safeParse(entries).error?.issues ?? []).toEqual([]);
    expect(new Set(entries.map((entry) => `${entry.theme}.json`))).toEqual(new Set([name]));
  });

  test('signs pass their schema', () => {
    expect(signsFile.safeParse(read('learn/signs.json')).error?.issues ?? []).toEqual([]);
  });

  test.each(LANGUAGES)(
    '%s: a claim with a figure has a plain sentence, and only such a claim',
    (language) => {
      if (existsSync(new URL(`learn/${language}/signs.json`, data))) {
        expect(signSentences.safeParse(read(`learn/${language}/signs.json`)).success).toBe(true);
      }
      // A language may omit claims about places where it is not spoken. The test of the gaps checks that none is missing.
      for (const name of files) {
        if (!existsSync(new URL(`claims/${language}/${name}`, data))) continue;
        const said: Record<string, ClaimSentences> = claimSentences.parse(read(`claims/${language}/${name}`));
        for (const { id, figures } of read(`claims/${name}`) as ClaimFacts[]) {
          if (language !== 'en' && language !== 'es' && !said[id]) continue;
          expect(figures, id).toBe(said[id]?.plainWithoutFigures !== undefined);
          expect(said[id]?.plainWithoutFigures, id).not.toBe(said[id]?.text);
        }
      }
    },
  );

  test('ids are unique and no number hides in a claim that says it has none', async () => {
    const claims = await loadClaims('en');
    expect(new Set(claims.map((claim) => claim.id)).size).toBe(claims.length);
    for (const claim of claims) {
      // 18 is the age in the law, not a statistic. Years such as 2012 date a figure.
      const numbers = claim.plainWithoutFigures.match(/\d+/g) ?? [];
      expect(
        numbers.filter((number) => number !== '18'),
        claim.id,
      ).toEqual([]);
    }
  });
});

describe('who sees what', () => {
  test('a family never reads of stings, law or employment', async () => {
    const themes = new Set(
      claimsFor(await loadClaims('en'), 'family', georgia, TODAY).map((claim) => claim.theme),
    );
    expect([...themes].sort()).toEqual(['coercion', 'family']);
  });

  test('a place reads its own claims and the worldwide ones', async () => {
    const regions = claimsFor(await loadClaims('en'), 'personal', germany, TODAY).flatMap(
      (claim) => claim.regions,
    );
    expect(new Set(regions)).toEqual(new Set(['*']));
  });

  test('an unsure or hidden claim is not shown', async () => {
    const [claim] = claimsFor(await loadClaims('en'), 'personal', georgia, TODAY);
    expect(claimsFor([{ ...(claim as Claim), confidence: 'unsure' }], 'personal', georgia, TODAY)).toEqual(
      [],
    );
    expect(claimsFor([{ ...(claim as Claim), display: false }], 'personal', georgia, TODAY)).toEqual([]);
  });
});

test('past its date a figure drops and the sentence stays', async () => {
  const claim = (await loadClaims('en')).find((entry) => entry.id === 'harm-01') as Claim;
  expect(claimMessage(claim, claim.checkAgain).text).toContain('1 in 5');
  const later = claimMessage(claim, '2099-01-01');
  expect(later.text).toBe(claim.plainWithoutFigures);
  expect(later.text).not.toMatch(/\d/);
  expect(later.citation?.checked).toBe(claim.checked);
});

describe('nothing old is shown', () => {
  const all = files.flatMap((name) => read(`claims/${name}`) as ClaimFacts[]);

  test('on the day it was checked, the source of a claim or a sign of control was not older than five years', () => {
    const signs = read('learn/signs.json') as Pick<ClaimFacts, 'id' | 'source' | 'checked'>[];
    for (const { id, display, source, checked } of [
      ...all,
      ...signs.map((sign) => ({ ...sign, display: true })),
    ]) {
      if (display) expect(source.year, id).toBeGreaterThanOrEqual(Number(checked.slice(0, 4)) - 5);
    }
  });

  test('a sentence that names a month or a year of an operation says when it happened', () => {
    const said = read('claims/en/sting.json') as Record<string, ClaimSentences>;
    for (const { id, happened } of all.filter(({ theme }) => theme === 'sting')) {
      expect(happened !== undefined, id).toBe(
        /police|arrest|sting/i.test(said[id]?.text ?? '') && /\b20\d\d\b/.test(said[id]?.text ?? ''),
      );
    }
  });

  test('an operation is shown for 18 months and no day longer', async () => {
    expect(lastDayShown('2026-01-31')).toBe('2027-07-31');
    expect(lastDayShown('2025-08-31')).toBe('2027-02-28');
    const california: Place = { country: 'US', region: 'US-CA', from: 'user' };
    const claims = await loadClaims('en');
    const shown = (today: string) =>
      claimsFor(claims, 'personal', california, today).filter(({ happened }) => happened).length;
    expect(shown(TODAY)).toBeGreaterThan(0);
    for (const { id, happened, checkAgain } of all.filter((claim) => claim.happened)) {
      const last = lastDayShown(happened as string);
      expect(checkAgain <= last, `${id} loses its figure before it is gone`).toBe(true);
    }
    expect(shown('2027-07-31')).toBe(1);
    expect(shown('2027-08-01')).toBe(0);
  });
});
