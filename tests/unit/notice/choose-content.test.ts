/** Tests what the notice says to whom: the law of the place, a reader's own words, no repetition, and no penalty for a family. */
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { chooseContent, type Material } from '../../../utils/notice/choose-content.ts';
import type { Claim } from '../../../utils/notice/claims-types.ts';
import { loadClaims } from '../../../utils/notice/load-claims.ts';
import { messageIds, remember } from '../../../utils/notice/message-history.ts';
import { pickMessage } from '../../../utils/notice/pick-message.ts';
import type { NoticeContent, NoticeInput } from '../../../utils/notice/types.ts';
import { WRITTEN } from '../../../utils/notice/written-message.ts';
import { COUNTRIES } from '../../../utils/place/countries.ts';
import type { Place } from '../../../utils/place/place.ts';
import { AUDIENCES, MODES } from '../../../utils/policy/modes.ts';
import { LANGUAGES, type Language } from '../../../utils/words/languages.ts';
import { loadWords, type Words } from '../../../utils/words/load.ts';

const stateLaw = { text: 'Georgia punishes paying for sex with jail.', citation: null };
const minorsLaw = { text: 'Federal law protects everyone under 18.', citation: null };
const words = {} as Record<Language, Words<'messages'>>;
let claims: Claim[] = [];

beforeAll(async () => {
  claims = await loadClaims('en');
  for (const language of LANGUAGES) words[language] = await loadWords('messages', language);
});

const georgia: Place = { country: 'US', region: 'US-GA', from: 'user' };
const germany: Place = { country: 'DE', region: null, from: 'guess' };
const sweden: Place = { country: 'SE', region: null, from: 'user' };
const nowhere: Place = { country: null, region: null, from: 'unknown' };

function input(change: Partial<NoticeInput> = {}): NoticeInput {
  return {
    audience: 'personal',
    mode: 'educate',
    place: georgia,
    language: 'en',
    organization: {},
    campaign: null,
    reason: '',
    trustedAdult: '',
    messageHistory: [],
    today: '2026-11-21',
    random: 0.5,
    ...change,
  };
}

/** @returns the material as the worker would load it: law only if the place has one. */
function material(asked: NoticeInput): Material {
  const punishes = asked.place.country === 'US' || asked.place.country === 'SE';
  return {
    law: punishes ? stateLaw : null,
    minors: asked.place.country === 'US' ? minorsLaw : null,
    claims,
    words: words[asked.language],
  };
}

const show = (asked: NoticeInput) => chooseContent(asked, material(asked));
const messages = (content: NoticeContent) =>
  [content.main, content.alongside, content.supporting].filter((message) => message !== null);

const anyInput = fc.record({
  audience: fc.constantFrom(...AUDIENCES),
  mode: fc.constantFrom(...MODES),
  place: fc.constantFrom(georgia, { ...georgia, region: null }, germany, sweden, nowhere),
  language: fc.constantFrom(...LANGUAGES),
  organization: fc.constantFrom({}, { statement: 'We do not accept this.' }),
  reason: fc.constantFrom('', 'My children'),
  trustedAdult: fc.constantFrom('', 'Aunt Rosa'),
  today: fc.constantFrom('2026-11-21', '2027-01-11', '2030-07-30'),
});
const randoms = fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), {
  minLength: 2,
  maxLength: 60,
});

/** Shows the notice once for each random number, and remembers messages as the worker does. */
function showings(asked: Omit<NoticeInput, 'messageHistory' | 'random' | 'campaign'>, numbers: number[]) {
  let messageHistory: string[] = [];
  return numbers.map((random) => {
    const content = show({ ...asked, campaign: null, messageHistory, random });
    messageHistory = remember(messageHistory, content);
    return content;
  });
}

describe('over any run of showings', () => {
  const always = (check: (all: NoticeContent[], asked: NoticeInput) => void) =>
    fc.assert(
      fc.property(anyInput, randoms, (asked, numbers) => {
        check(showings(asked, numbers), input(asked));
      }),
      { numRuns: 300 },
    );

  test('the same main message and the same colors never come twice running', () => {
    always((all) => {
      for (const [index, content] of all.slice(1).entries()) {
        expect(content.main.id).not.toBe(all[index]?.main.id);
        expect(content.main.text).not.toBe(all[index]?.main.text);
        expect(content.variant).not.toBe(all[index]?.variant);
      }
    });
  });

  test('the supporting message has another theme, and nothing is said twice', () => {
    always((all) => {
      for (const content of all) {
        expect(content.supporting.theme).not.toBe(content.main.theme);
        const texts = messages(content).map((message) => message.text);
        expect(new Set(texts).size).toBe(texts.length);
        expect(texts.every((text) => text.length > 0)).toBe(true);
      }
    });
  });

  test('the law of the place is always there, and in the US the one on minors; never for a family', () => {
    always((all, { audience, place }) => {
      const punishes = (place.country === 'US' || place.country === 'SE') && audience !== 'family';
      for (const content of all) {
        const texts = messages(content).map((message) => message.text);
        expect(texts.includes(stateLaw.text)).toBe(punishes);
        expect(texts.includes(minorsLaw.text)).toBe(punishes && place.country === 'US');
      }
    });
  });

  test('what somebody wrote for this reader is always there', () => {
    always((all, { audience, organization, reason, trustedAdult }) => {
      const written = { workplace: organization.statement, personal: reason, family: trustedAdult }[audience];
      for (const content of all) {
        const found = messages(content).some((message) =>
          Object.values(WRITTEN).includes(message.id as never),
        );
        expect(found).toBe(Boolean(written));
        if (written) expect(messages(content).some((message) => message.text.includes(written))).toBe(true);
      }
    });
  });

  test('a family reads about family, control and help only', () => {
    always((all, { audience }) => {
      if (audience !== 'family') return;
      for (const message of all.flatMap(messages)) {
        expect(['family', 'coercion', 'help-to-stop']).toContain(message.theme);
        expect(message.text).not.toMatch(/prison|prisión|jail|cárcel|police officer|policía encubiert/i);
      }
    });
  });

  test('where the payer is not punished there is no law and no sting', () => {
    always((all, { place }) => {
      if (place.country === 'US' || place.country === 'SE') return;
      for (const message of all.flatMap(messages)) expect(['law', 'sting']).not.toContain(message.theme);
    });
  });
});

describe('the first showing', () => {
  test('leads with the law of the place', () => {
    const content = show(input());
    expect(content.main).toMatchObject({ id: 'law:US-GA', theme: 'law', text: stateLaw.text });
    expect(content.alongside?.text).toBe(minorsLaw.text);
  });

  test('leads with the reader’s own reason, if one was written', () => {
    const content = show(input({ reason: ' My children ' }));
    expect(content.main).toMatchObject({ id: WRITTEN.reason, text: 'My children' });
    expect(content.supporting.theme).toBe('law');
  });

  test('at work the employer’s policy supports it', () => {
    const content = show(input({ audience: 'workplace', organization: { statement: 'Not here.' } }));
    expect(content.main.theme).toBe('law');
    expect(content.supporting).toMatchObject({ theme: 'employment', text: 'Not here.' });
  });

  test('at work without a policy an employment claim does', () => {
    expect(show(input({ audience: 'workplace' })).supporting.theme).toBe('employment');
  });

  test('of a family begins with "You are not in trouble", whether or not a trusted adult is named', () => {
    for (const trustedAdult of ['', 'Aunt Rosa']) {
      for (const random of [0, 0.3, 0.99]) {
        const content = show(input({ audience: 'family', trustedAdult, random }));
        expect(content.main.text).toMatch(/^You are not in trouble for seeing this/);
        if (trustedAdult) expect(content.supporting.text).toContain(trustedAdult);
      }
    }
  });

  test('another place’s law counts as another message', () => {
    const messageHistory = ['law:US-AL'];
    const found = [0, 0.1, 0.2].map((random) => show(input({ messageHistory, random })).main.id);
    expect(found).toContain('law:US-GA');
  });
});

test('a country that does not punish paying an adult leads with its law on minors, then with other themes', () => {
  const found = new Set<string>();
  let messageHistory: string[] = [];
  for (let round = 0; round < 40; round++) {
    const asked = input({ place: germany, messageHistory, random: (round * 0.37) % 1 });
    const content = chooseContent(asked, { ...material(asked), minors: minorsLaw });
    if (round === 0) expect(content.main).toMatchObject({ id: 'law-minors:DE', text: minorsLaw.text });
    for (const message of messages(content)) found.add(message.theme);
    messageHistory = remember(messageHistory, content);
  }
  expect([...found].sort()).toEqual(['age', 'coercion', 'harm', 'help-to-stop']);
});

test('the mix follows the weights, within what chance allows', () => {
  let seed = 7;
  const next = () => {
    seed = (seed * 16807) % 2147483647;
    return seed / 2147483647;
  };
  const counts: Record<string, number> = {};
  // The law was not the last one shown, so nothing is skipped.
  for (let round = 0; round < 4000; round++) {
    const theme = show(input({ messageHistory: ['general-reflect'], random: next() })).main.theme;
    counts[theme] = (counts[theme] ?? 0) + 1;
  }
  // 40 : 15 : 10 : 15 : 10, with the law on minors in place of the theme of age.
  const share = (theme: string) => (counts[theme] ?? 0) / 4000;
  expect(share('law')).toBeCloseTo(40 / 90, 1);
  expect(share('sting')).toBeCloseTo(15 / 90, 1);
  expect(share('help-to-stop')).toBeCloseTo(15 / 90, 1);
  expect(share('employment')).toBe(0);
});

test('a repeat visitor sees help to stop more often', () => {
  const often = (messageHistory: string[]) =>
    Array.from({ length: 200 }, (_, n) =>
      show(input({ place: germany, messageHistory, random: n / 200 })),
    ).filter((content) => content.main.theme === 'help-to-stop').length;
  expect(often(['a', 'b', 'c'])).toBeGreaterThan(often(['a']));
});

test('within a theme, never shown comes first, then the one shown longest ago', () => {
  const message = (id: string) => ({ id, theme: 'harm' as const, text: id, citation: null });
  const three = ['a', 'b', 'c'].map(message);
  expect(pickMessage(three, { harm: 1 }, ['c', 'a'], 0.9)?.id).toBe('b');
  expect(pickMessage(three, { harm: 1 }, ['c', 'a', 'b', 'c'], 0.1)?.id).toBe('b');
  expect(pickMessage(three, { law: 1 }, [], 0.5)).toBeNull();
});

test('a figure past its date is gone from the notice', () => {
  const later = Array.from({ length: 100 }, (_, n) =>
    show(input({ place: germany, today: '2040-01-01', random: n / 100 })),
  );
  for (const message of later.flatMap(messages)) expect(message.text).not.toMatch(/\d+ ?%|\d+ in \d+|20\d\d/);
});

describe('one line from a campaign or the season', () => {
  const campaign = {
    name: 'Fulton County',
    text: 'Not in our county.',
    url: 'https://example.org',
    from: '2026-11-01',
    until: '2026-11-30',
  };
  const line = (today: string, change: Partial<NoticeInput> = {}) => show(input({ today, ...change })).accent;

  test('a campaign shows on its first and last day and on no day outside', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2026-10-01'), max: new Date('2026-12-31'), noInvalidDate: true }),
        (date) => {
          const today = date.toISOString().slice(0, 10);
          const inside = today >= '2026-11-01' && today <= '2026-11-30';
          expect(line(today, { campaign })?.text === 'Fulton County: Not in our county.').toBe(inside);
        },
      ),
    );
    expect(line('2026-11-01', { campaign })).toEqual({
      text: 'Fulton County: Not in our county.',
      url: 'https://example.org',
    });
    expect(line('2026-11-30', { campaign })).not.toBeNull();
    expect(line('2026-12-01', { campaign })).toBeNull();
  });

  test('a campaign without dates always shows, and changes nothing else', () => {
    const plain = show(input());
    const { accent, ...rest } = show(input({ campaign: { name: 'A', text: 'B' } }));
    expect(accent).toEqual({ text: 'A: B' });
    expect(rest).toEqual({ ...plain, accent: undefined });
  });

  test('the seasons, each only where it belongs', () => {
    expect(line('2027-01-11')?.text).toContain('Awareness Day');
    expect(line('2027-01-12')?.text).toContain('Prevention Month');
    expect(line('2027-01-12', { place: germany })).toBeNull();
    expect(line('2027-07-30', { place: nowhere })?.text).toContain('World Day');
    expect(line('2027-10-18', { place: germany })?.text).toContain('EU Anti-Trafficking Day');
    expect(line('2027-10-18')).toBeNull();
    const members = [...COUNTRIES].filter(
      (country) => line('2027-10-18', { place: { ...germany, country } }) !== null,
    );
    expect(members.sort().join(' ')).toBe(
      'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK',
    );
    expect(line('2026-11-21')).toBeNull();
  });
});

test('what was shown is kept newest first, in bounds, and can be read back', () => {
  let messageHistory: string[] = [];
  for (let round = 0; round < 100; round++)
    messageHistory = remember(messageHistory, show(input({ messageHistory })));
  expect(messageHistory.length).toBe(48);
  expect(messageHistory[0]).toMatch(/#[0-3]$/);
  expect(messageIds(['law:US-GA#2', 'harm-01'])).toEqual(['law:US-GA', 'harm-01']);
});
