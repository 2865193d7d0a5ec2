/**
 * Tests that a backup is read whole, and that of several files the one that was chosen last counts.
 * @vitest-environment happy-dom
 */
import { expect, test } from 'vitest';
import type { Chosen } from '../../../utils/settings/schema.ts';
import { loadWords } from '../../../utils/words/load.ts';
import { showOptions } from './options-page.tsx';
import { button, has, press, settle, text, until } from './page.tsx';
import { startWorker } from './worker.ts';

const say = {
  options: await loadWords('options', 'en'),
};

async function open(chosen: Chosen = {}) {
  const worker = await startWorker(chosen);
  const browser = await showOptions(worker);
  return { worker, ...browser };
}

/** Gives the page a file, as its file dialog would. */
function pick(file: object): void {
  const input = document.querySelector('#backup input[type=file]') as HTMLInputElement;
  Object.defineProperty(input, 'files', { value: [file], configurable: true });
  Object.defineProperty(input, 'value', { set: () => {}, get: () => '', configurable: true });
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

test('a backup with notes in Cyrillic letters, which have two bytes each, is read whole', async () => {
  const exemptions = Array.from({ length: 2_000 }, (_, index) => `# ${index} ${'\u0434'.repeat(580)}`);
  const { files } = await open({ exemptions });
  await press(button(say.options('backupExport')));
  pick(new Blob([files[0]?.text ?? '']));
  await until(() => text().includes(say.options('previewNothing')));
});

test('of two backups the one that was chosen last is previewed, and one that cannot be read is named', async () => {
  const { worker } = await open();
  const backup = (mode: string) =>
    JSON.stringify({ format: 'second-thought-settings', version: 1, choices: { mode } });
  const reading = (bytes: Promise<ArrayBuffer>) => ({ size: 9, slice: () => ({ arrayBuffer: () => bytes }) });
  const bytesOf = (text: string) => new TextEncoder().encode(text).buffer;
  let arrive = (_: ArrayBuffer) => {};
  const slow = new Promise<ArrayBuffer>((resolve) => {
    arrive = resolve;
  });
  pick(reading(slow));
  pick(reading(Promise.resolve(bytesOf(backup('zero-tolerance')))));
  await until(() => has(say.options('previewApply')));
  // It comes after a dialog of the browser, and nothing else says that it is there.
  expect(document.activeElement?.textContent).toBe(say.options('previewHeading'));
  arrive(bytesOf(backup('educate')));
  await settle();
  await press(button(say.options('previewApply')));
  expect((await worker.choices()).mode).toBe('zero-tolerance');
  pick(reading(Promise.reject(new Error('NotReadableError'))));
  await until(() => text().includes(say.options('file-not-json')));
});
