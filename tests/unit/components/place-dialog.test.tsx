/**
 * Tests that the dialog for the place says if the worker could not save it.
 * @vitest-environment happy-dom
 */
import { beforeAll, expect, test } from 'vitest';
import { PlaceDialog } from '../../../components/notice/place-dialog.tsx';
import { loadWords } from '../../../utils/words/load.ts';
import { button, press, show, text } from './page.tsx';

beforeAll(() => {
  // happy-dom's dialogs have no `showModal`.
  HTMLDialogElement.prototype.showModal ??= () => {};
});

test.each([
  ['refuses', async () => false],
  ['cannot answer, such as with a full disk', () => Promise.reject(new Error('QuotaExceededError'))],
])('if the worker %s, the dialog says that the place was not saved', async (_, onChoose) => {
  const words = await loadWords('notice', 'en');
  await show(
    <PlaceDialog
      places={[]}
      country={null}
      region={null}
      words={words}
      controls={await loadWords('controls', 'en')}
      helpline={null}
      onChoose={onChoose}
      onClose={() => undefined}
    />,
  );
  await press(button(words('placeSave')));
  expect(text()).toContain(words('placeNotSaved'));
});
