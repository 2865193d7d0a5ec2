/**
 * Tests that a text field saves only what a person has finished writing.
 * @vitest-environment happy-dom
 */
import { expect, test } from 'vitest';
import { TextRow } from '../../../components/controls/text-row.tsx';
import { loadWords } from '../../../utils/words/load.ts';
import { field, leave, show, type } from './page.tsx';

const words = await loadWords('controls', 'en');

test('a date of which a part is missing does not delete the day that is saved; an empty field does', async () => {
  const saved: string[] = [];
  await show(
    <TextRow
      id="day"
      type="date"
      label="Day"
      hint=""
      value="2026-11-01"
      words={words}
      onSave={(text) => saved.push(text)}
    />,
  );
  const day = field('Day');
  // Browsers give such a field no value, and say that what is in it cannot be read.
  let badInput = true;
  Object.defineProperty(day, 'validity', { get: () => ({ badInput }) });
  await type(day, '');
  await leave(day);
  expect(saved).toEqual([]);
  badInput = false;
  await leave(day);
  expect(saved).toEqual(['']);
});

test('a wheel that scrolls the page over a number does not turn the number', async () => {
  await show(
    <TextRow id="pause" type="number" label="Pause" hint="" value="30" words={words} onSave={() => null} />,
  );
  const pause = field('Pause');
  pause.focus();
  expect(document.activeElement).toBe(pause);
  // Browsers turn a number only while its field has the focus.
  pause.dispatchEvent(new WheelEvent('wheel', { bubbles: true }));
  expect(document.activeElement).not.toBe(pause);
});
