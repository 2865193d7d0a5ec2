/**
 * Tests that a change which a person makes while another is being saved is neither lost nor left unanswered.
 * @vitest-environment happy-dom
 */
import { expect, test } from 'vitest';
import type { Chosen } from '../../../utils/settings/schema.ts';
import { loadWords } from '../../../utils/words/load.ts';
import { showOptions } from './options-page.tsx';
import { button, choose, field, press, settle, type, until } from './page.tsx';
import { startWorker } from './worker.ts';

const say = {
  options: await loadWords('options', 'en'),
  controls: await loadWords('controls', 'en'),
};

async function open(chosen: Chosen = {}) {
  const worker = await startWorker(chosen);
  await showOptions(worker);
  return worker;
}

/** Presses several controls before the worker answers the first. */
async function pressAtOnce(worker: Awaited<ReturnType<typeof open>>, ...labels: string[]) {
  let answer = () => {};
  worker.held = new Promise((resolve) => {
    answer = resolve;
  });
  for (const label of labels) await press(field(label));
  answer();
  await settle();
}

test('two parts of the list that are switched on one after the other are both on', async () => {
  const worker = await open();
  await pressAtOnce(worker, say.options('tier-broad'), say.options('tier-archives'));
  await until(() => field(say.options('tier-archives')).checked);
  expect((await worker.choices()).tiers).toEqual(['core', 'extended', 'broad', 'archives']);
  expect(field(say.options('tier-broad')).checked).toBe(true);
});

test('a place and a language that are being saved are shown as they were chosen', async () => {
  const worker = await open();
  // The message about it goes when the next change begins, and the page is drawn again.
  await press(field(say.options('searches')));
  let answer = () => {};
  worker.held = new Promise((resolve) => {
    answer = resolve;
  });
  const country = field<HTMLSelectElement>(say.controls('country'));
  const language = field<HTMLSelectElement>(say.options('language'));
  await choose(country, 'US');
  await choose(language, 'fr');
  expect([country.value, language.value]).toEqual(['US', 'fr']);
  expect(field<HTMLSelectElement>(say.controls('region')).value).toBe('');
  answer();
  await settle();
  expect(await worker.choices()).toMatchObject({ country: 'US', language: 'fr' });
  expect([country.value, language.value]).toEqual(['US', 'fr']);
});

test('each of two loosenings asks for the PIN, and a tightening in between closes no dialog', async () => {
  const worker = await open({ mode: 'zero-tolerance', tiers: ['core', 'extended', 'broad'] });
  await type(field(say.controls('pinNew')), '2468');
  await type(field(say.controls('pinAgain')), '2468');
  await press(button(say.controls('pinSet')));
  await until(() => document.body.textContent?.includes(say.options('pinOn')) ?? false);
  const dialog = document.querySelector('dialog') as HTMLDialogElement;
  const confirm = async (reason: 'mode' | 'tiers') => {
    await until(() => dialog.textContent?.includes(say.controls(`loosens-${reason}`)) ?? false);
    expect(dialog.open).toBe(true);
    await type(field('PIN'), '2468');
    await press(button(say.controls('pinConfirm'), dialog));
  };
  await pressAtOnce(worker, say.options('mode-educate'), say.options('searches'), say.options('tier-broad'));
  await confirm('mode');
  await confirm('tiers');
  await until(() => !dialog.open);
  await settle();
  expect(await worker.choices()).toMatchObject({
    mode: 'educate',
    recognizeSearches: true,
    tiers: ['core', 'extended'],
  });
  expect(field(say.options('mode-educate')).checked).toBe(true);
  expect(field(say.options('tier-broad')).checked).toBe(false);
});
