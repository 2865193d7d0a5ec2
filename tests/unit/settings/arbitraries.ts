/** Generates random choices and settings for property tests. */
import fc from 'fast-check';
import { TIERS } from '../../../utils/pattern/types.ts';
import { AUDIENCES, MODES } from '../../../utils/policy/modes.ts';
import type { Chosen } from '../../../utils/settings/schema.ts';
import { LANGUAGES } from '../../../utils/words/languages.ts';

const lines = fc.uniqueArray(
  fc.constantFrom('a.example', '=b.example', 'c.example/section/*', '# a comment', 'not a host', 'A.example'),
  { maxLength: 4 },
);

export const chosen: fc.Arbitrary<Chosen> = fc.record(
  {
    mode: fc.constantFrom(...MODES),
    audience: fc.constantFrom(...AUDIENCES),
    language: fc.constantFrom('auto' as const, ...LANGUAGES),
    country: fc.constantFrom('', 'US', 'SE'),
    region: fc.constantFrom('', 'US-GA', 'US-CA'),
    tiers: fc.subarray([...TIERS]),
    recognizeNames: fc.boolean(),
    recognizeWrappers: fc.boolean(),
    recognizeSearches: fc.boolean(),
    blockedPatterns: lines,
    exemptions: lines,
    continueDelaySeconds: fc.integer({ min: 6, max: 600 }),
    writeLine: fc.boolean(),
    neutralPage: fc.constantFrom('about:blank', 'https://example.org/'),
    reason: fc.constantFrom('', 'for my daughter'),
    trustedAdult: fc.constantFrom('', 'Aunt Rosa', 'Mr Lee'),
    promiseHours: fc.integer({ min: 0, max: 168 }),
    daysSince: fc.constantFrom(null, '2026-11-01'),
  },
  { requiredKeys: [] },
);
