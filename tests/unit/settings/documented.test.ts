/** Tests that docs/settings.md gives the limits that the code has, and that sentences on the settings pages are short. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import options from '../../../data/words/en/options.json';
import { LONGEST_UNSEEN_MS } from '../../../utils/settings/elapsed-timer.ts';
import { FREE_TRIES, ITERATIONS, waitAfter } from '../../../utils/settings/pin.ts';
import { PIN_LENGTH } from '../../../utils/settings/pin-rules.ts';
import {
  DELAY_SECONDS,
  LINES_MOST,
  PROMISE_HOURS,
  REASON_LONGEST,
  TRUSTED_ADULT_LONGEST,
} from '../../../utils/settings/schema.ts';

const doc = readFileSync(new URL('../../../docs/settings.md', import.meta.url), 'utf8').replace(/\s+/g, ' ');
const grouped = (figure: number) => figure.toLocaleString('en');

test('docs/settings.md and the pages give the figures that the code has', () => {
  const said = [
    `${DELAY_SECONDS.least} to ${DELAY_SECONDS.most}`,
    `${PIN_LENGTH.least} to ${PIN_LENGTH.most} characters`,
    `${grouped(ITERATIONS)} rounds`,
    `Up to ${REASON_LONGEST} characters`,
    `Up to ${TRUSTED_ADULT_LONGEST} characters`,
    `${PROMISE_HOURS.least} hour to ${PROMISE_HOURS.most / 24} days`,
    `the wait is ${waitAfter(FREE_TRIES) / 1000} seconds`,
    `at most ${LONGEST_UNSEEN_MS / 1000} seconds`,
  ];
  for (const figure of said) expect(doc).toContain(figure);
  expect(FREE_TRIES).toBe(5);
  expect(doc).toContain('Five tries are free');
  expect(waitAfter(1000)).toBe(24 * 3_600_000);
  expect(options.delayHint).toContain(`${DELAY_SECONDS.least} to ${DELAY_SECONDS.most}`);
  expect(options.tooManyLines).toContain(grouped(LINES_MOST));
});

test('no sentence on the settings pages is longer than 18 words', () => {
  for (const language of ['en', 'es']) {
    for (const surface of ['controls', 'options', 'popup', 'welcome']) {
      const file = new URL(`../../../data/words/${language}/${surface}.json`, import.meta.url);
      const words = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
      for (const [key, text] of Object.entries(words)) {
        if (/plural/.test(text)) continue;
        for (const sentence of text.split(/[.?:](?:\s|$)/))
          expect(sentence.trim().split(/\s+/).length, `${language}/${surface} ${key}`).toBeLessThanOrEqual(
            18,
          );
        expect(text, key).not.toMatch(/[!¡]/);
      }
    }
  }
});
