/**
 * Tests that a dialog’s title gets a row of its own where it is too long to share one, in any script.
 * @vitest-environment happy-dom
 */
import { beforeAll, expect, test } from 'vitest';
import { Dialog } from '../../../components/dialog.tsx';
import { loadWords } from '../../../utils/words/load.ts';
import { show } from './page.tsx';

beforeAll(() => {
  // happy-dom's dialogs have no `showModal`.
  HTMLDialogElement.prototype.showModal ??= () => {};
});

test.each([
  ['en', 'Georgia', false],
  ['sv', 'Sverige', false],
  ['ru', 'Соединённые Штаты (федеральный закон)', true],
] as const)(
  '%s: over the law of %s a title that is too long has a row of its own',
  async (language, place, long) => {
    const title = (await loadWords('notice', language))('lawFullIn', { place });
    await show(
      <Dialog title={title} close="x" onClose={() => {}}>
        x
      </Dialog>,
    );
    expect(document.querySelector('h2')?.textContent).toBe(title);
    expect(document.querySelector('header')?.classList.contains('long')).toBe(long);
  },
);
