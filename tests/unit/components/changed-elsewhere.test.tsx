/**
 * Tests that what somebody types into the settings stays there while another page saves a change.
 * @vitest-environment happy-dom
 */
import { describe, expect, test } from 'vitest';
import type { Chosen } from '../../../utils/settings/schema.ts';
import { loadWords } from '../../../utils/words/load.ts';
import { showOptions } from './options-page.tsx';
import { button, choose, field, has, press, settle, text, type } from './page.tsx';
import { startWorker } from './worker.ts';

/** English words by their keys, so that an edited sentence breaks no test. */
const say = {
  options: await loadWords('options', 'en'),
  controls: await loadWords('controls', 'en'),
};

async function open(more: Chosen = {}, policy: Record<string, unknown> = {}) {
  const chosen = { blockedPatterns: ['first.test'], reason: 'Because', exemptions: [] };
  const worker = await startWorker({ ...chosen, ...more }, policy);
  await showOptions(worker);
  return worker;
}

type Worker = Awaited<ReturnType<typeof open>>;

/** Saves in another settings page, and returns to this one. */
async function savedElsewhere(worker: Worker, changes: object): Promise<void> {
  await worker.client.ask('settings/change', { changes });
  document.dispatchEvent(new Event('visibilitychange'));
  await settle();
}

const lines = () => field<HTMLTextAreaElement>(say.options('own'));
const WARNING = 'This was changed in another window';

async function typeLines(value: string): Promise<void> {
  await type(lines() as never, value);
}

describe('lines that somebody types while another page saves', () => {
  test('stay, and do not overwrite the other page’s lines without a question', async () => {
    const worker = await open();
    await typeLines('first.test\nmine.test');
    await savedElsewhere(worker, { blockedPatterns: ['first.test', 'theirs.test'] });
    expect(lines().value).toBe('first.test\nmine.test');
    expect(text()).toContain(WARNING);
    expect(document.querySelector('.changed-text')?.textContent).toBe('first.test\ntheirs.test');
    lines().form?.requestSubmit();
    await settle();
    expect((await worker.choices()).blockedPatterns).toEqual(['first.test', 'theirs.test']);
  });

  test('are saved once the person keeps them', async () => {
    const worker = await open();
    await typeLines('mine.test\n\n');
    await savedElsewhere(worker, { blockedPatterns: ['theirs.test'] });
    await press(button(say.controls('changedKeep')));
    expect(text()).not.toContain(WARNING);
    lines().form?.requestSubmit();
    await settle();
    expect((await worker.choices()).blockedPatterns).toEqual(['mine.test']);
    expect(lines().value).toBe('mine.test');
    expect(text()).not.toContain(WARNING);
  });

  test('are replaced once the person takes over the other lines', async () => {
    const worker = await open();
    await typeLines('mine.test');
    await savedElsewhere(worker, { blockedPatterns: [] });
    expect(text()).toContain(say.controls('changedEmpty'));
    await press(button(say.controls('changedTakeOver')));
    expect(lines().value).toBe('');
    expect(has(say.controls('changedKeep'))).toBe(false);
  });

  test('are updated without a message where nobody typed, or typed the same', async () => {
    const worker = await open();
    await savedElsewhere(worker, { blockedPatterns: ['second.test'] });
    expect(lines().value).toBe('second.test');
    await typeLines('third.test');
    await savedElsewhere(worker, { blockedPatterns: ['third.test'] });
    expect(lines().value).toBe('third.test');
    expect(text()).not.toContain(WARNING);
  });
});

test('a reason that somebody types stays as well, and leaving the field saves nothing over the other', async () => {
  const worker = await open();
  const reason = () => field(say.options('reason'));
  await type(reason(), 'Mine');
  await savedElsewhere(worker, { reason: 'Theirs' });
  expect(reason().value).toBe('Mine');
  expect(text()).toContain(WARNING);
  reason().dispatchEvent(new FocusEvent('blur'));
  await settle();
  expect((await worker.choices()).reason).toBe('Theirs');
  await press(button(say.controls('changedKeep')));
  reason().form?.requestSubmit();
  await settle();
  expect((await worker.choices()).reason).toBe('Mine');
});

describe('what this page itself has saved is no change from elsewhere', () => {
  test('if a promise lets a part of the lines wait: the field shows those in force', async () => {
    const worker = await open({ promiseHours: 24 });
    await typeLines('mine.test');
    lines().form?.requestSubmit();
    await settle();
    expect((await worker.choices()).blockedPatterns).toEqual(['first.test', 'mine.test']);
    expect(text()).not.toContain(WARNING);
    expect(lines().value).toBe('first.test\nmine.test');
    expect(document.getElementById('waits')).not.toBeNull();
  });

  test('if all of it waits: nothing is left to press that would begin the wait anew', async () => {
    await open({ promiseHours: 24 });
    const wait = field<HTMLSelectElement>(say.options('promiseWait'));
    await choose(wait, '0');
    await press(button(say.options('promiseEnd')));
    expect(wait.value).toBe('24');
    expect(button(say.options('promiseMake')).disabled).toBe(true);
  });

  test('if a number was written in another way', async () => {
    const worker = await open();
    const delay = field(say.options('delay'));
    await type(delay, '0010');
    delay.form?.requestSubmit();
    await settle();
    expect((await worker.choices()).continueDelaySeconds).toBe(10);
    expect(text()).not.toContain(WARNING);
    expect(delay.value).toBe('10');
  });

  test('if the person goes on writing before the answer comes', async () => {
    const worker = await open();
    let answer = () => {};
    worker.held = new Promise((resolve) => {
      answer = resolve;
    });
    const reason = field(say.options('reason'));
    await type(reason, 'Mine');
    reason.form?.requestSubmit();
    await type(reason, 'Mine too');
    answer();
    await settle();
    expect((await worker.choices()).reason).toBe('Mine');
    expect(text()).not.toContain(WARNING);
    expect(reason.value).toBe('Mine too');
  });
});

test('a policy that arrives while somebody writes shows its own value, and leaves nothing unsaved', async () => {
  const policy: Record<string, unknown> = {};
  const worker = await open({}, policy);
  await type(field(say.options('delay')), '30');
  Object.assign(policy, { mode: 'educate', continueDelaySeconds: 60 });
  await savedElsewhere(worker, {});
  expect(field(say.options('delay')).value).toBe('60');
  expect(field(say.options('delay')).disabled).toBe(true);
  expect(text()).not.toContain(WARNING);
  expect(dispatchEvent(new Event('beforeunload', { cancelable: true }))).toBe(true);
});

test('of two windows side by side, the one that gets the focus follows the other before it saves', async () => {
  const worker = await open();
  await worker.client.ask('settings/change', { changes: { tiers: ['core', 'extended', 'broad'] } });
  dispatchEvent(new Event('focus'));
  await press(field(say.options('tier-archives')));
  expect((await worker.choices()).tiers).toEqual(['core', 'extended', 'broad', 'archives']);
});

test('the page to leave to is shown as it is after an undo', async () => {
  const worker = await open({ neutralPage: 'https://example.org/' });
  await press(field(say.options('leaveBlank')));
  expect(field(say.options('leaveBlank')).checked).toBe(true);
  await press(button(say.controls('undo')));
  expect((await worker.choices()).neutralPage).toBe('https://example.org/');
  expect(field(say.options('leaveOwn')).checked).toBe(true);
  expect(field(say.options('leaveAddress')).value).toBe('https://example.org/');
  await savedElsewhere(worker, { neutralPage: 'about:blank' });
  expect(field(say.options('leaveBlank')).checked).toBe(true);
});
