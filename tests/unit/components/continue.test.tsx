/**
 * Tests that the time until the next try of a PIN is said in a unit that fits, in the reader’s language, and that a failure is said.
 * @vitest-environment happy-dom
 */
import { expect, test } from 'vitest';
import { Continue } from '../../../components/notice/continue.tsx';
import type { Language } from '../../../utils/words/languages.ts';
import { loadWords } from '../../../utils/words/load.ts';
import { button, press, show, text } from './page.tsx';

test.each([
  ['en', 30, 'You can try again in 30 seconds.'],
  ['en', 61, 'You can try again in 2 minutes.'],
  ['en', 86_400, 'You can try again in 24 hours.'],
  ['es', 90, 'Puedes volver a intentarlo dentro de 2 minutos.'],
] as const)(
  'after too many wrong PINs the page says how long the wait is: %s, %i s',
  async (language: Language, seconds, says) => {
    const words = await loadWords('notice', language);
    await show(
      <Continue
        state={{ kind: 'ready', pin: true }}
        language={language}
        words={words}
        label={words('continue')}
        writeLine={false}
        ask={async () => ({ granted: false, why: 'pin-locked', secondsLeft: seconds })}
      />,
    );
    await press(button(words('continue')));
    expect(text()).toContain(says);
  },
);

test('if the worker cannot answer, such as with a full disk, the page says that it did not work', async () => {
  const words = await loadWords('notice', 'en');
  await show(
    <Continue
      state={{ kind: 'ready', pin: true }}
      language="en"
      words={words}
      label={words('continue')}
      writeLine={false}
      ask={() => Promise.reject(new Error('QuotaExceededError'))}
    />,
  );
  await press(button(words('continue')));
  expect(text()).toContain(words('refused-failed'));
});
