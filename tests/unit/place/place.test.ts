/** Tests where the reader is: the policy beats the reader's choice, which beats a guess, and a region is never guessed. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lawMessage } from '../../../utils/notice/law.ts';
import { loadPlaceLaw } from '../../../utils/notice/load-law.ts';
import { COUNTRIES, locate } from '../../../utils/place/countries.ts';
import { guessCountry } from '../../../utils/place/guess-country.ts';
import { listPlaces, nameOffered, onlyOffered } from '../../../utils/place/list-places.ts';
import { helplineCountry } from '../../../utils/place/place.ts';
import { placeName } from '../../../utils/place/place-name.ts';
import { resolvePlace } from '../../../utils/place/resolve-place.ts';
import { loadWords } from '../../../utils/words/load.ts';

const ATLANTA = { timeZone: 'America/New_York', locales: ['en-US'] };
const place = (input: Partial<Parameters<typeof resolvePlace>[0]>) =>
  resolvePlace({ jurisdictions: [], chosen: null, timeZone: 'UTC', locales: [], ...input });

describe('the guess', () => {
  test('knows every time zone this engine knows, and agrees with its own data on the country', () => {
    for (const timeZone of Intl.supportedValuesOf('timeZone').filter((zone) => !/^(UTC|Etc)/.test(zone))) {
      expect(guessCountry({ timeZone, locales: [] }), timeZone).toMatch(/^[A-Z]{2}$/);
    }
    let compared = 0;
    for (const country of COUNTRIES) {
      const locale = new Intl.Locale(`und-${country}`) as Intl.Locale & { getTimeZones?: () => string[] };
      for (const timeZone of locale.getTimeZones?.() ?? []) {
        expect(guessCountry({ timeZone, locales: [] }), timeZone).toBe(locate(country)?.country);
        compared += 1;
      }
    }
    expect(compared).toBeGreaterThan(400);
  });

  test('follows the clock, not the language', () => {
    expect(guessCountry({ timeZone: 'America/Chicago', locales: ['es-MX', 'es'] })).toBe('US');
    expect(guessCountry({ timeZone: 'Asia/Calcutta', locales: ['en-GB'] })).toBe('IN');
    expect(guessCountry({ timeZone: 'Europe/Belfast', locales: [] })).toBe('GB');
    expect(guessCountry({ timeZone: 'Iceland', locales: [] })).toBe('IS');
    expect(guessCountry({ timeZone: 'America/Puerto_Rico', locales: ['es-PR'] })).toBe('US');
  });

  test('asks the languages only where the clock names no country, and only if they agree', () => {
    expect(guessCountry({ timeZone: 'UTC', locales: ['sv-SE', 'en-US'] })).toBe('SE');
    expect(guessCountry({ timeZone: 'Etc/GMT+5', locales: ['es-419'] })).toBeNull();
    expect(guessCountry({ timeZone: 'UTC', locales: ['sv-SE', 'nb-NO'] })).toBeNull();
  });

  test('does not count the en-US that browsers ship with as evidence', () => {
    expect(guessCountry({ timeZone: 'UTC', locales: ['en-US', 'en'] })).toBeNull();
    expect(guessCountry({ timeZone: '', locales: ['not a tag', ''] })).toBeNull();
  });

  test('is a country or nothing, whatever the device says', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string()), (timeZone, locales) => {
        const country = guessCountry({ timeZone, locales });
        expect(country === null || COUNTRIES.has(country)).toBe(true);
      }),
    );
  });
});

describe('the place', () => {
  test('is the policy, then the choice, then the guess', () => {
    expect(place({ ...ATLANTA, jurisdictions: ['us-ga '], chosen: 'SE' })).toEqual({
      country: 'US',
      region: 'US-GA',
      from: 'policy',
      unknownCodes: [],
    });
    expect(place({ ...ATLANTA, chosen: 'GB-SCT' })).toMatchObject({
      country: 'GB',
      region: 'GB-SCT',
      from: 'user',
    });
    expect(place(ATLANTA)).toMatchObject({ country: 'US', region: null, from: 'guess' });
    expect(place({})).toMatchObject({ country: null, region: null, from: 'unknown' });
  });

  test('of one place in a policy is that place, or a region in it that the reader chose', () => {
    expect(place({ jurisdictions: ['US'], chosen: 'US-TX' })).toMatchObject({
      region: 'US-TX',
      from: 'policy',
    });
    expect(place({ jurisdictions: ['US-GA'], chosen: 'US-TX' })).toMatchObject({
      region: 'US-GA',
      from: 'policy',
    });
    expect(place({ jurisdictions: ['US-GA', 'us-ga'] }).offered).toBeUndefined();
  });

  describe('of several in a policy', () => {
    const jurisdictions = ['US-GA', 'US-TX', 'DE'];
    const OFFERED = { offered: jurisdictions, unknownCodes: [] };
    const BERLIN = { timeZone: 'Europe/Berlin', locales: ['de-DE'] };
    const PARIS = { timeZone: 'Europe/Paris', locales: ['fr-FR'] };

    test('is the reader’s choice, wherever the device is', () => {
      expect(place({ ...BERLIN, jurisdictions, chosen: 'US-TX' })).toEqual({
        country: 'US',
        region: 'US-TX',
        from: 'user',
        ...OFFERED,
      });
      expect(place({ ...PARIS, jurisdictions: ['US', 'DE'], chosen: 'US-FL' })).toMatchObject({
        region: 'US-FL',
        from: 'user',
      });
    });

    test('is the guessed country’s only entry, said to be a guess', () => {
      expect(place({ ...BERLIN, jurisdictions })).toEqual({
        country: 'DE',
        region: null,
        from: 'guess',
        ...OFFERED,
      });
      expect(place({ ...ATLANTA, jurisdictions: ['US-GA', 'DE'] })).toMatchObject({
        region: 'US-GA',
        from: 'guess',
      });
    });

    test('is never one of two regions unless the reader said so: the country, whose law applies in both', () => {
      expect(place({ ...ATLANTA, jurisdictions })).toEqual({
        country: 'US',
        region: null,
        from: 'guess',
        ...OFFERED,
      });
      expect(place({ ...BERLIN, jurisdictions, chosen: 'US' })).toMatchObject({
        country: 'US',
        region: null,
        from: 'user',
      });
      expect(place({ ...ATLANTA, jurisdictions: ['US-GA', 'DE'], chosen: 'US-FL' })).toMatchObject({
        country: 'US',
        region: null,
        from: 'user',
      });
    });

    test('is no place for somebody in another country, who keeps that country’s helplines', () => {
      expect(place({ ...PARIS, jurisdictions })).toEqual({
        country: null,
        region: null,
        from: 'policy',
        helpCountry: 'FR',
        ...OFFERED,
      });
      expect(place({ ...PARIS, jurisdictions, chosen: 'FR' })).toMatchObject({
        country: null,
        helpCountry: 'FR',
      });
      expect(place({ jurisdictions })).toEqual({ country: null, region: null, from: 'policy', ...OFFERED });
    });

    test('of one country is that country, whose law applies in all of them', () => {
      for (const device of [PARIS, {}]) {
        expect(place({ ...device, jurisdictions: ['US-GA', 'US-TX'] })).toMatchObject({
          country: 'US',
          region: null,
          from: 'policy',
        });
      }
    });

    test('is one that was offered, or nothing, whatever the device and the choice', async () => {
      const code = fc.constantFrom('US-GA', 'US-TX', 'US', 'DE', 'GB-SCT', 'SE', 'FR', 'CA-ON');
      fc.assert(
        fc.property(
          fc.uniqueArray(code, { minLength: 2 }),
          fc.option(code),
          fc.constantFrom('UTC', ...Intl.supportedValuesOf('timeZone')),
          (several, chosen, timeZone) => {
            const found = place({ jurisdictions: several, chosen, timeZone });
            const { country, region } = found;
            if (region !== null)
              expect<boolean>(
                (several as string[]).includes(region) || (several as string[]).includes(country ?? ''),
              ).toBe(true);
            if (country !== null) expect(several.some((each) => each.startsWith(country))).toBe(true);
            expect(found.offered).toEqual(several);
          },
        ),
      );
    });
  });

  test('reports what is no place and goes on without it', () => {
    const found = place({ ...ATLANTA, jurisdictions: ['UK', 'US-ZZ', 'USA', 'Georgia'], chosen: 'XX' });
    expect(found).toEqual({
      country: 'US',
      region: null,
      from: 'guess',
      unknownCodes: ['UK', 'US-ZZ', 'USA', 'Georgia', 'XX'],
    });
  });

  test('has a region only if somebody said so', () => {
    const zone = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));
    fc.assert(
      fc.property(
        zone,
        fc.array(fc.constantFrom('en-US', 'es-US', 'de-AT', 'en-GB')),
        (timeZone, locales) => {
          expect(place({ timeZone, locales }).region).toBeNull();
        },
      ),
    );
  });

  test('of a US territory is in the US', () => {
    expect(locate('PR')).toEqual({ country: 'US', region: 'US-PR' });
    for (const code of ['GU', 'US-GU']) expect(locate(code)).toEqual({ country: 'US', region: null });
    expect(locate('US-ZZ')).toBeNull();
    expect(locate('US-DC')).toEqual({ country: 'US', region: 'US-DC' });
  });
});

describe('the law of a place', () => {
  test('in the US without a state is federal, and the reader is asked for the state', async () => {
    const { law, federal, choose } = await loadPlaceLaw({ country: 'US', region: null }, 'en');
    expect([law?.code, federal, choose]).toEqual(['US', null, 'state']);
  });

  test('in a state is shown with federal law', async () => {
    const { law, federal, choose } = await loadPlaceLaw({ country: 'US', region: 'US-GA' }, 'en');
    expect([law?.code, federal?.code, choose]).toEqual(['US-GA', 'US', null]);
  });

  test('in the UK is what every nation shares, and the reader is asked for the nation; England and Wales share one', async () => {
    const { law, federal, choose } = await loadPlaceLaw({ country: 'GB', region: null }, 'en');
    expect([law?.code, federal, choose]).toEqual(['GB', null, 'region']);
    expect((await loadPlaceLaw({ country: 'GB', region: 'GB-WLS' }, 'en')).law?.code).toBe('GB-EAW');
    expect((await loadPlaceLaw({ country: 'CA', region: 'CA-ON' }, 'en')).law?.code).toBe('CA');
  });

  test('threatens nobody in any country without an entry, or whose entry does not punish the payer', async () => {
    const punished = new Set('US SE NO IS CA IE FR FI DE IN KR PH ZA ES NL RO LU'.split(' '));
    for (const country of COUNTRIES) {
      const { law } = await loadPlaceLaw({ country, region: null }, 'en');
      const message = law && lawMessage(law, { today: '2026-11-21' });
      expect(message !== null, country).toBe(punished.has(country));
    }
  });
});

test('people choose from every country, named and sorted in their language, with regions where they matter', async () => {
  expect(COUNTRIES.size).toBe(249);
  const spanish = await listPlaces('es');
  expect(spanish).toHaveLength(249 - 6);
  expect(spanish.find(({ code }) => code === 'SE')).toEqual({ code: 'SE', name: 'Suecia', regions: [] });
  const states = spanish.find(({ code }) => code === 'US')?.regions ?? [];
  expect(states).toHaveLength(52);
  expect(states.map(({ name }) => name)).toContain('Carolina del Norte');
  const names = (await listPlaces('en')).map(({ name }) => name);
  expect(names).toEqual([...names].sort(new Intl.Collator('en').compare));
  for (const { regions } of spanish) for (const { code } of regions) expect(locate(code)?.region).toBe(code);
});

describe('what a policy offers', () => {
  const offered = ['US-GA', 'US-TX', 'DE'];

  test('is all there is to choose from; a whole country keeps its regions', async () => {
    const places = await listPlaces('en');
    expect(
      onlyOffered(places, offered).map(({ code, regions }) => [code, regions.map((one) => one.code)]),
    ).toEqual([
      ['DE', []],
      ['US', ['US-GA', 'US-TX']],
    ]);
    expect(onlyOffered(places, ['US', 'DE'])[1]?.regions.length).toBeGreaterThan(50);
  });

  test('names England and Wales one by one where a policy names them together', async () => {
    const offices = ['GB-EAW', 'GB-SCT'];
    const [uk] = onlyOffered(await listPlaces('en'), offices);
    expect(uk?.regions.map(({ code }) => code)).toEqual(['GB-ENG', 'GB-SCT', 'GB-WLS']);
    expect(nameOffered(await listPlaces('en'), offices, 'en')).toContain('England (United Kingdom), Wales');
    expect(place({ jurisdictions: offices, chosen: 'GB-WLS' })).toMatchObject({
      region: 'GB-WLS',
      from: 'user',
    });
    expect(place({ jurisdictions: ['GB-EAW'], chosen: 'GB-WLS' })).toMatchObject({ region: 'GB-WLS' });
    expect(place({ jurisdictions: ['GB-EAW'], chosen: 'GB-SCT' })).toMatchObject({ region: 'GB-EAW' });
  });

  test('is named in the reader’s language', async () => {
    expect(nameOffered(await listPlaces('en'), offered, 'en')).toBe(
      'Georgia (United States), Texas (United States), and Germany',
    );
    expect(nameOffered(await listPlaces('es'), offered, 'es')).toBe(
      'Georgia (Estados Unidos), Texas (Estados Unidos) y Alemania',
    );
  });
});

test('helplines are those of the place, else of the guessed country, else of none', () => {
  const offices = { jurisdictions: ['DE', 'FR'], timeZone: 'Europe/Stockholm' };
  expect(helplineCountry(place({ ...offices, chosen: 'FR' }))).toBe('FR');
  expect(helplineCountry(place(offices))).toBe('SE');
  expect(helplineCountry(place({}))).toBeNull();
});

test('a guessed place is named as one says it in a sentence, with its article where it has one', async () => {
  const words = await loadWords('notice', 'en');
  const guessed = (country: string) =>
    words('placeGuess', { country, place: placeName({ country, region: null, from: 'guess' }, 'en') ?? '' });
  expect(guessed('US')).toMatch(/^It looks like you're in the United States, /);
  expect(guessed('SE')).toMatch(/^It looks like you're in Sweden, /);
  for (const country of COUNTRIES) {
    const name = placeName({ country, region: null, from: 'guess' }, 'en') ?? '';
    if (/(Islands|States|Kingdom|Republic|Emirates)$/.test(name)) {
      expect(guessed(country), country).toContain(`in the ${name},`);
    }
  }
});
