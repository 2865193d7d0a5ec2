/**
 * Tests that what is pressed twice, or pressed and then left, is asked for once.
 * @vitest-environment happy-dom
 */
import { expect, test } from 'vitest';
import { Continue } from '../../../components/notice/continue.tsx';
import type { Chosen } from '../../../utils/settings/schema.ts';
import { loadWords } from '../../../utils/words/load.ts';
import { showOptions } from './options-page.tsx';
import { button, field, has, leave, said, settle, show, text, type, until } from './page.tsx';
import { startWorker } from './worker.ts';

const say = {
  options: await loadWords('options', 'en'),
  controls: await loadWords('controls', 'en'),
  notice: await loadWords('notice', 'en'),
};

async function open(chosen: Chosen = {}, pin?: string) {
  const worker = await startWorker(chosen);
  if (pin) await worker.client.ask('pin/set', { newPin: pin });
  await showOptions(worker);
  return worker;
}

const section = (id: string) => document.getElementById(id) as HTMLElement;
const dialog = () => document.querySelector('dialog') as HTMLDialogElement;

async function twice(element: HTMLElement): Promise<void> {
  element.click();
  element.click();
  await settle();
}

test('a PIN that is set with a double click is set, and no dialog asks for it', async () => {
  await open();
  await type(field(say.controls('pinNew')), '2468');
  await type(field(say.controls('pinAgain')), '2468');
  await twice(button(say.controls('pinSet')));
  await until(() => text().includes(say.options('pinOn')));
  await settle();
  expect(dialog().open).toBe(false);
  expect(said()).toBe(say.controls('saved'));
});

test('a PIN is asked for once, however often its removal is pressed', async () => {
  await open({}, '2468');
  await twice(button(say.options('pinRemove')));
  expect(dialog().open).toBe(true);
  button(say.controls('cancel'), dialog()).click();
  await settle();
  expect(dialog().open).toBe(false);
  expect(said()).toBe(say.controls('notChanged'));
});

test('lines that are saved with a double click are saved, and can be undone', async () => {
  const worker = await open();
  await type(document.getElementById('blocked') as HTMLTextAreaElement, 'a.example');
  await twice(button(say.controls('save'), section('own')));
  expect((await worker.choices()).blockedPatterns).toEqual(['a.example']);
  expect(said()).toBe(say.controls('saved'));
  expect(has(say.controls('undo'))).toBe(true);
});

test('a wait that is canceled with a double click is said to be canceled', async () => {
  await open({ mode: 'zero-tolerance', promiseHours: 24 });
  field(say.options('mode-educate')).click();
  await settle();
  await twice(button(say.options('waitsCancel')));
  expect(said()).toBe(say.controls('cancelled'));
});

test('a choice that is taken back and made again is asked for again', async () => {
  const worker = await open();
  for (let press = 0; press < 3; press++) field(say.options('searches')).click();
  await settle();
  expect((await worker.choices()).recognizeSearches).toBe(true);
  expect(worker.asked.filter((name) => name === 'settings/change')).toHaveLength(3);
});

test('the PIN dialog, which takes the focus from a field, does not save that field a second time', async () => {
  const worker = await open({ audience: 'family', trustedAdult: 'Aunt Ada' }, '2468');
  const adult = field(say.options('trustedAdult'));
  await type(adult, 'Uncle Bo');
  adult.form?.requestSubmit();
  await settle();
  expect(dialog().open).toBe(true);
  await leave(adult);
  button(say.controls('cancel'), dialog()).click();
  await settle();
  expect(dialog().open).toBe(false);
  // The dialog gives the focus back, and the person goes on elsewhere.
  await leave(adult);
  expect(dialog().open).toBe(false);
  // The button still asks.
  button(say.controls('save'), adult.form as HTMLFormElement).click();
  await settle();
  expect(dialog().open).toBe(true);
  await type(field('PIN'), '2468');
  button(say.controls('pinConfirm'), dialog()).click();
  await until(() => said() === say.controls('saved'));
  expect((await worker.choices()).trustedAdult).toBe('Uncle Bo');
});

test('the second of two wrong PINs is told to a screen reader too', async () => {
  await open({ mode: 'zero-tolerance' }, '2468');
  field(say.options('mode-educate')).click();
  await settle();
  const problem = () => document.getElementById('pin-problem')?.textContent ?? '';
  const told: string[] = [];
  const attempt = async () => {
    await type(field('PIN'), '0000');
    button(say.controls('pinConfirm'), dialog()).click();
    await new Promise((done) => setTimeout(done, 20));
    told.push(problem());
    await until(() => problem() === say.controls('pinWrong'));
  };
  await attempt();
  await attempt();
  // In between there is no text, so that the same words are a change.
  expect(told).toEqual(['', '']);
});

test('a wrong PIN on the notice counts once, however often the button is pressed', async () => {
  const tried: (string | undefined)[] = [];
  await show(
    <Continue
      state={{ kind: 'ready', pin: true }}
      language="en"
      words={say.notice}
      label={say.notice('continue')}
      writeLine={false}
      ask={async (pin) => {
        tried.push(pin);
        await new Promise((done) => setTimeout(done, 30));
        return { granted: false, why: 'pin-wrong' };
      }}
    />,
  );
  await type(document.querySelector('input[type=password]') as HTMLInputElement, '0000');
  await twice(button(say.notice('continue')));
  await until(() => text().includes(say.notice('refused-pin-wrong')));
  expect(tried).toEqual(['0000']);
  button(say.notice('continue')).click();
  await new Promise((done) => setTimeout(done, 10));
  // In between there is no text, so that a screen reader reads the same words again.
  expect(document.querySelector('.notice-continue [role=status]')?.textContent).toBe('');
  await until(() => text().includes(say.notice('refused-pin-wrong')));
  expect(tried).toEqual(['0000', '0000']);
});
