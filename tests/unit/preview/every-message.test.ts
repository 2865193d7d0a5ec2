/** Tests that the sheet of all messages lacks none that the notice may show to the same reader. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chooseContent } from '../../../utils/notice/choose-content.ts';
import { remember } from '../../../utils/notice/message-history.ts';
import { gatherNotice } from '../../../utils/notice/prepare.ts';
import { AUDIENCES } from '../../../utils/policy/modes.ts';
import { everyMessage } from '../../../utils/preview/every-message.ts';
import { choiceOf, type PreviewChoice, snapshotFor } from '../../../utils/preview/preview-choice.ts';
import { NOTHING } from './nothing.ts';

async function gathered(changes: Partial<PreviewChoice>) {
  const choice = { ...choiceOf(NOTHING, 'en', '2026-11-21'), ...changes };
  const moment = { language: choice.language, today: choice.today, random: 0, messageHistory: [] };
  return gatherNotice(snapshotFor(choice, NOTHING), moment);
}

const READERS: Partial<PreviewChoice>[] = [
  ...AUDIENCES.map((audience) => ({ audience, country: 'US', region: 'US-GA' })),
  { audience: 'workplace', country: 'US', region: 'US-GA', policyStatement: 'Not with our devices.' },
  { audience: 'personal', country: 'US', region: 'US-CA', reason: 'My family.' },
  { audience: 'family', country: 'US', trustedAdult: 'Aunt Ana' },
  { audience: 'personal', country: 'SE', language: 'es' },
  { audience: 'workplace', country: 'DE' },
  { audience: 'personal' },
];

describe.each(READERS)('%j', (reader) => {
  test('no showing contains a message that the sheet lacks', async () => {
    const { input, material } = await gathered(reader);
    const sheet = everyMessage(input, material);
    const ids = sheet.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 0.999_999, noNaN: true }), { minLength: 5, maxLength: 60 }),
        (randoms) => {
          let messageHistory: string[] = [];
          for (const random of randoms) {
            const content = chooseContent({ ...input, messageHistory, random }, material);
            for (const message of [content.main, content.alongside, content.supporting]) {
              if (!message) continue;
              if (!ids.includes(message.id)) throw new Error(`${message.id} is not on the sheet`);
            }
            messageHistory = remember(messageHistory, content);
          }
        },
      ),
      { numRuns: 250 },
    );
  });
});

test('the law of the place leads the list, in the language of the sheet', async () => {
  const { input, material } = await gathered({
    audience: 'workplace',
    country: 'US',
    region: 'US-GA',
    language: 'es',
  });
  const [first] = everyMessage(input, material);
  expect(first?.id).toBe('law:US-GA');
  expect(first?.text).toContain('En Georgia');
});
