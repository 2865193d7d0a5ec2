/** Tests that for any place, reader and day the notice never repeats its main message at once, and offers help within reach. */
import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readWords } from '../../../scripts/read-words.ts';
import { chooseContent } from '../../../utils/notice/choose-content.ts';
import { TOPICS } from '../../../utils/notice/help-kinds.ts';
import { helpView } from '../../../utils/notice/help-view.ts';
import { loadHelp } from '../../../utils/notice/load-help.ts';
import { mainHelpline } from '../../../utils/notice/main-helpline.ts';
import { remember } from '../../../utils/notice/message-history.ts';
import { gatherNotice } from '../../../utils/notice/prepare.ts';
import type { Place } from '../../../utils/place/place.ts';
import { NOTHING_KNOWN } from '../../../utils/policy/config-snapshot.ts';
import { AUDIENCES, MODES } from '../../../utils/policy/modes.ts';
import type { Campaign } from '../../../utils/policy/types.ts';
import { LANGUAGES } from '../../../utils/words/languages.ts';

/** Every place with its own law, and any other two letters. */
const LAWS = readdirSync('data/law').map((name) => name.replace('.json', ''));
const country = fc.oneof(
  fc.constantFrom(...LAWS.map((code) => code.slice(0, 2))),
  fc.stringMatching(/^[A-Z]{2}$/),
  fc.constant(null),
);
const place: fc.Arbitrary<Place> = fc.oneof(
  fc.constantFrom(...LAWS).map((code) => ({
    country: code.slice(0, 2),
    region: code.includes('-') ? code : null,
    from: 'user' as const,
  })),
  country.map((code) => ({ country: code, region: null, from: 'guess' as const })),
  fc
    .stringMatching(/^[A-Z]{2}-[A-Z0-9]{1,3}$/)
    .map((region) => ({ country: region.slice(0, 2), region, from: 'policy' as const })),
);
const day = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2045-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const words = fc.constantFrom('', 'Not here.', ' ', '<b>x</b>', '💙');
const campaign: fc.Arbitrary<Campaign | null> = fc.option(
  fc.record(
    {
      name: fc.constant('County'),
      text: words,
      url: fc.constant('https://county.example/'),
      from: day,
      until: day,
    },
    { requiredKeys: ['name', 'text'] },
  ),
);
const reader = fc.record({
  place,
  audience: fc.constantFrom(...AUDIENCES),
  mode: fc.constantFrom(...MODES),
  language: fc.constantFrom(...LANGUAGES),
  today: day,
  statement: words,
  reason: words,
  trustedAdult: words,
  campaign,
});
const randoms = fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), {
  minLength: 4,
  maxLength: 24,
});

const nobody = { ...NOTHING_KNOWN, policyKnown: true };

test('with the real law, for any place, reader, mode, campaign and day: never the same main message twice running', async () => {
  await fc.assert(
    fc.asyncProperty(reader, randoms, async (asked, numbers) => {
      const effective = {
        ...nobody,
        mode: { value: asked.mode, from: 'user' as const },
        audience: { value: asked.audience, from: 'user' as const },
        organization: asked.statement === '' ? {} : { statement: asked.statement },
        campaign: asked.campaign,
        reason: asked.reason,
        trustedAdult: asked.trustedAdult,
      };
      const snapshot = { effective, place: asked.place, neutralPage: 'about:blank' };
      const moment = { language: asked.language, today: asked.today, random: 0, messageHistory: [] };
      const { input, material } = await gatherNotice(snapshot, moment);
      let messageHistory: string[] = [];
      let last: string | null = null;
      for (const random of numbers) {
        const { main, supporting, accent } = chooseContent({ ...input, messageHistory, random }, material);
        expect(main.id).not.toBe(last);
        expect(main.text).not.toBe('');
        expect(supporting.text).not.toBe(main.text);
        if (accent) expect(accent.text).not.toBe('');
        last = main.id;
        messageHistory = remember(messageHistory, { main, variant: 0 } as Parameters<typeof remember>[1]);
      }
    }),
    { numRuns: 150 },
  );
});

test.each([
  ['en', 'US-GA', 'Georgia, United States'],
  ['en', 'GB-ENG', 'England, United Kingdom'],
  ['fr', 'AU-NSW', 'Nouvelle-Galles du Sud, Australie'],
  ['ar', 'US-GA', 'جورجيا، الولايات المتحدة'],
  ['zh', 'US-GA', '美国佐治亚州'],
  ['ko', 'US-GA', '미국 조지아주'],
] as const)('in %s %s is %s, in whichever language its law is told', async (language, region, said) => {
  const place = { country: region.slice(0, 2), region, from: 'user' as const };
  const snapshot = { effective: nobody, place, neutralPage: 'about:blank' };
  const moment = { language, today: '2026-12-01', random: 0, messageHistory: [] };
  expect((await gatherNotice(snapshot, moment)).placeName).toBe(said);
});

test('for any place there is a helpline on the notice, and a line that can be reached for every topic', async () => {
  await fc.assert(
    fc.asyncProperty(country, fc.constantFrom(...LANGUAGES), async (code, language) => {
      const help = await loadHelp(code, language);
      expect(mainHelpline(help, language, readWords('main-helpline', language)).text).toMatch(
        /\d[\d ]+\d|findahelpline\.com/,
      );
      for (const topic of TOPICS) {
        const { support, authorities } = helpView(help, topic);
        const reachable = [...support, ...authorities].filter(
          ({ phone, sms, chat, url }) => phone ?? sms ?? chat ?? url,
        );
        expect(reachable.length, `${code} ${topic}`).toBeGreaterThan(0);
      }
    }),
    { numRuns: 300 },
  );
});
