/**
 * Tests that the settings page saves each change at once, and asks for the PIN or waits where a change loosens something.
 * @vitest-environment happy-dom
 */
import { describe, expect, test } from 'vitest';
import type { Status } from '../../../utils/messages/answers.ts';
import type { Chosen } from '../../../utils/settings/schema.ts';
import type { Language } from '../../../utils/words/languages.ts';
import { loadWords } from '../../../utils/words/load.ts';
import { showOptions } from './options-page.tsx';
import {
  brokenIds,
  button,
  choose,
  field,
  has,
  leave,
  press,
  said,
  text,
  type,
  unnamed,
  until,
} from './page.tsx';
import { FINE, startWorker } from './worker.ts';

/** English words by their keys, so that an edited sentence breaks no test. */
const say = {
  options: await loadWords('options', 'en'),
  controls: await loadWords('controls', 'en'),
};

async function open(
  chosen: Chosen = {},
  policy: Record<string, unknown> = {},
  language: Language = 'en',
  status: Partial<Status> = {},
  isPrivate = false,
) {
  const worker = await startWorker(chosen, policy);
  worker.status = { ...FINE, ...status };
  const browser = await showOptions(worker, language, isPrivate);
  return { worker, ...browser };
}
const section = (id: string) => document.getElementById(id) as HTMLElement;

test('a change is saved at once, said in a live region, and can be undone', async () => {
  const { worker } = await open();
  await press(field(say.options('mode-zero-tolerance')));
  expect((await worker.choices()).mode).toBe('zero-tolerance');
  expect(said()).toBe(say.controls('saved'));
  expect(field(say.options('mode-zero-tolerance')).checked).toBe(true);
  await press(button(say.controls('undo')));
  expect((await worker.choices()).mode).toBe('educate');
  expect(said()).toBe(say.controls('undone'));
  expect(field(say.options('mode-educate')).checked).toBe(true);
});

describe('PIN', () => {
  async function locked() {
    const opened = await open({ mode: 'zero-tolerance' });
    await type(field(say.controls('pinNew')), '2468');
    await type(field(say.controls('pinAgain')), '2468');
    await press(button(say.controls('pinSet')));
    await until(() => text().includes('A PIN is set.'));
    return opened;
  }

  test('is set only when typed twice alike and long enough', async () => {
    const { worker } = await open();
    await type(field(say.controls('pinNew')), '12');
    await press(button(say.controls('pinSet')));
    expect(text()).toContain('at least 4 characters');
    await type(field(say.controls('pinNew')), '2468');
    await type(field(say.controls('pinAgain')), '2469');
    await press(button(say.controls('pinSet')));
    expect(text()).toContain(say.controls('pinDiffers'));
    expect((await worker.store.load()).settings.lock).toBeNull();
  });

  test('is required for a loosening; canceling leaves everything as it was, on the page too', async () => {
    const { worker } = await locked();
    await press(field(say.options('mode-educate')));
    const dialog = document.querySelector('dialog') as HTMLDialogElement;
    expect(dialog.open).toBe(true);
    expect(dialog.textContent).toContain(say.controls('loosens-mode'));
    await press(button(say.controls('cancel'), dialog));
    expect(dialog.open).toBe(false);
    expect(said()).toBe(say.controls('notChanged'));
    expect(field(say.options('mode-zero-tolerance')).checked).toBe(true);
    expect((await worker.choices()).mode).toBe('zero-tolerance');
  });

  test('a wrong one is reported and can be tried again; the right one is accepted', async () => {
    const { worker } = await locked();
    await press(field(say.options('mode-educate')));
    const dialog = document.querySelector('dialog') as HTMLDialogElement;
    await type(field('PIN'), '0000');
    await press(button(say.controls('pinConfirm'), dialog));
    await until(() => dialog.textContent?.includes('Wrong PIN.') ?? false);
    await type(field('PIN'), '2468');
    await press(button(say.controls('pinConfirm'), dialog));
    await until(() => said() === say.controls('saved'));
    expect(dialog.open).toBe(false);
    expect((await worker.choices()).mode).toBe('educate');
  });

  test('tightening needs no PIN', async () => {
    const { worker } = await locked();
    await press(field(say.options('tier-broad')));
    expect(document.querySelector('dialog')?.open).toBe(false);
    expect((await worker.choices()).tiers).toContain('broad');
  });

  test('undo of a tightening is a loosening: it asks too', async () => {
    await locked();
    await press(field(say.options('tier-broad')));
    await press(button(say.controls('undo')));
    expect(document.querySelector('dialog')?.open).toBe(true);
  });
});

describe('promise', () => {
  test('a loosening waits, is listed on top, and can be canceled', async () => {
    const { worker } = await open({ mode: 'zero-tolerance', promiseHours: 24 });
    await press(field(say.options('mode-educate')));
    expect(said()).toBe('Noted. It takes effect in 1 day. You can cancel it until then.');
    expect(field(say.options('mode-zero-tolerance')).checked).toBe(true);
    expect(section('waits').textContent).toContain('Takes effect in 1 day.');
    worker.silent = true;
    await press(button(say.options('waitsCancel')));
    expect(said()).toBe(say.controls('failed'));
    worker.silent = false;
    await press(button(say.options('waitsCancel')));
    expect(said()).toBe(say.controls('cancelled'));
    expect(document.getElementById('waits')).toBeNull();
    expect((await worker.store.load()).settings.pending).toEqual([]);
  });

  test('what has taken effect meanwhile is not called canceled', async () => {
    const { worker } = await open({ mode: 'zero-tolerance', promiseHours: 24 });
    await press(field(say.options('mode-educate')));
    await worker.store.update((settings) => ({ settings: { ...settings, pending: [] }, result: null }));
    await press(button(say.options('waitsCancel')));
    expect(said()).toBe(say.controls('notChanged'));
    expect(document.getElementById('waits')).toBeNull();
  });

  test('is made with its button, after the page has said what it binds to', async () => {
    const { worker } = await open();
    expect(button(say.options('promiseMake')).disabled).toBe(true);
    await choose(field<HTMLSelectElement>(say.options('promiseWait')), '72');
    expect(await worker.choices()).toEqual({});
    expect(section('promise').textContent).toContain('Shortening or ending it then takes 3 days.');
    await press(button(say.options('promiseMake')));
    expect((await worker.choices()).promiseHours).toBe(72);
    expect(said()).toBe(say.controls('saved'));
    expect(has(say.controls('undo'))).toBe(false);
    await choose(field<HTMLSelectElement>(say.options('promiseWait')), '0');
    expect(section('promise').textContent).toContain('Shortening or ending it takes 3 days.');
    await press(button(say.options('promiseEnd')));
    expect(said()).toBe('Noted. It takes effect in 3 days. You can cancel it until then.');
    expect((await worker.choices()).promiseHours).toBe(72);
  });

  test('no undo is offered that would only start to wait', async () => {
    const { worker } = await open({ promiseHours: 24 });
    await press(field(say.options('tier-broad')));
    expect((await worker.choices()).tiers).toContain('broad');
    expect(has(say.controls('undo'))).toBe(false);
    await press(field(say.options('audience-family')));
    expect(has(say.controls('undo'))).toBe(false);
    await choose(field<HTMLSelectElement>(say.controls('country')), 'SE');
    expect(has(say.controls('undo'))).toBe(true);
  });
});

describe('own list', () => {
  test('bad lines are named by number, good ones are kept', async () => {
    const { worker } = await open();
    const area = document.getElementById('blocked') as HTMLTextAreaElement;
    await type(area, 'a.example\nfoo bar\nco.uk\n# mine\n\n');
    const problems = document.getElementById('blocked-problems')?.textContent;
    expect(problems).toContain('2 lines are not used:');
    expect(problems).toContain('Line 2, “foo bar”: this is not the name of a site.');
    expect(problems).toContain('Line 3, “co.uk”: this would cover far too many sites.');
    await press(button(say.controls('save'), section('own')));
    expect((await worker.choices()).blockedPatterns).toEqual(['a.example', 'foo bar', 'co.uk', '# mine']);
  });

  test('an allowlist entry is shown as leaving an address open, not as covering it', async () => {
    await open({ exemptions: ['a.example'] });
    const input = field(say.options('tryExempt'));
    expect(input.id).toBe('exempt-try');
    const result = () => document.getElementById('exempt-try-result')?.textContent;
    await type(input, 'www.a.example/private');
    expect(result()).toBe('Left open by the line “a.example”.');
    await type(input, 'b.example');
    expect(result()).toBe(say.options('tryExemptNoMatch'));
  });

  test('says what an address would match, by the matcher the guard uses', async () => {
    await open({ blockedPatterns: ['a.example/private/*', '=b.example'] });
    const input = document.getElementById('blocked-try') as HTMLInputElement;
    const result = () => document.getElementById('blocked-try-result')?.textContent;
    await type(input, 'www.a.example/private/1');
    expect(result()).toBe('Covered by the line “a.example/private/*”.');
    await type(input, 'https://www.a.example/');
    expect(result()).toBe(say.options('tryNoMatch'));
    await type(input, 'www.b.example');
    expect(result()).toBe(say.options('tryNoMatch'));
    await type(input, 'mailto://x y');
    expect(result()).toBe(say.options('tryNoAddress'));
  });
});

describe('managed', () => {
  test('what the policy decides is shown, inert, and says by whom', async () => {
    await open({}, { mode: 'zero-tolerance', organizationName: 'Acme', jurisdictions: ['US-GA'] });
    const educate = field(say.options('mode-educate'));
    expect(educate.closest('fieldset')?.disabled).toBe(true);
    expect(field(say.options('mode-zero-tolerance')).checked).toBe(true);
    expect(educate.closest('fieldset')?.textContent).toContain('Set by Acme');
    expect(field<HTMLSelectElement>(say.controls('country')).value).toBe('US');
    expect(field<HTMLSelectElement>(say.controls('country')).disabled).toBe(true);
    expect(field<HTMLSelectElement>(say.controls('region')).value).toBe('US-GA');
    expect((document.getElementById('exempt') as HTMLTextAreaElement).disabled).toBe(true);
    expect((document.getElementById('blocked') as HTMLTextAreaElement).disabled).toBe(false);
  });

  test('where the policy is silent, what would change nothing is inert: only wider is the person’s', async () => {
    const { worker } = await open({}, { organizationName: 'Acme' });
    for (const name of [
      say.options('tier-core'),
      say.options('tier-extended'),
      say.options('names'),
      say.options('wrappers'),
    ]) {
      expect(field(name).checked, name).toBe(true);
      expect(field(name).disabled, name).toBe(true);
    }
    expect(section('list').textContent?.match(/Set by Acme/g)).toHaveLength(3);
    await press(field(say.options('tier-broad')));
    expect((await worker.choices()).tiers).toContain('broad');
    expect(field(say.options('tier-broad')).checked).toBe(true);
    await press(field(say.options('tier-broad')));
    expect(field(say.options('tier-broad')).checked).toBe(false);
  });

  test('private windows are not called the reader’s own to switch on', async () => {
    await open({}, { organizationName: 'Acme' }, 'en', { managed: true, privateWindows: 'not-covered' });
    expect(section('status').textContent).toContain('Your organization decides about private windows.');
    expect(section('status').textContent).not.toContain('Only you can switch this on');
  });

  test('errors of the policy are listed in words', async () => {
    await open({}, { mode: 'sometimes' });
    expect(section('status').textContent).toContain(say.options('policyIssues'));
    expect(section('status').querySelector('code')?.textContent).toBe('mode');
  });

  test('next to each error is what arrived, as text and never as HTML', async () => {
    await open({}, { mode: '<img src=x>', blockedPatterns: ['co.uk', 'a b', 'com'], listTiers: 7 });
    const lines = [...section('status').querySelectorAll('li')];
    expect(lines.map((line) => [...line.querySelectorAll('code')].map((code) => code.textContent))).toEqual([
      ['mode', '<img src=x>'],
      ['blockedPatterns', '["co.uk","a b","com"]'],
      ['blockedPatterns', '["co.uk","a b","com"]'],
      ['blockedPatterns', '["co.uk","a b","com"]'],
      ['listTiers', '7'],
    ]);
    expect(lines[0]?.textContent).toContain('Received: <img src=x>');
    expect(section('status').querySelector('img')).toBeNull();
  });

  const receivedAt = Date.parse('2026-11-20T10:30:00');
  test.each([
    [{ receivedAt: null, fromMemory: false, failure: null, installs: true }, {}, /^none received$/],
    [
      { receivedAt: null, fromMemory: false, failure: 'broken', installs: true },
      {},
      /^It could not be read\..*“broken”\.$/,
    ],
    [
      { receivedAt, fromMemory: false, failure: null, installs: true },
      { mode: 'educate' },
      /^last received Nov 20, 2026, 10:30:00\sAM$/,
    ],
    [
      { receivedAt, fromMemory: true, failure: null, installs: true },
      { mode: 'educate' },
      /^The browser shows none now\. The last one, received Nov 20, .* stays in effect/,
    ],
    [
      { receivedAt, fromMemory: true, failure: 'broken', installs: true },
      { mode: 'educate' },
      /^It could not be read\..*“broken”\. The last one, received Nov 20, .* stays in effect/,
    ],
  ])('when the policy arrived, and whether it still does: %j', async (policy, keys, says) => {
    document.documentElement.lang = 'en';
    await open({}, keys, 'en', { policy });
    const rows = [...section('status').querySelectorAll('dl > div')];
    const row = rows.find((each) => each.querySelector('dt')?.textContent === say.options('row-policy'));
    expect(row?.querySelector('dd')?.textContent).toMatch(says);
  });
});

test('numbers, addresses and dates that cannot be are refused with a reason', async () => {
  const { worker } = await open();
  await type(field(say.options('delay')), '5');
  await press(button(say.controls('save'), field(say.options('delay')).form as HTMLFormElement));
  expect(text()).toContain('whole number from 6 to 600');
  await press(field(say.options('leaveOwn')));
  await type(field(say.options('leaveAddress')), 'javascript:alert(1)');
  await press(button(say.controls('save'), field(say.options('leaveAddress')).form as HTMLFormElement));
  expect(text()).toContain('begins with https');
  expect(await worker.choices()).toEqual({});
});

test('a line of text is saved when the reader moves on, once', async () => {
  const { worker } = await open();
  const reason = field(say.options('reason'));
  await type(reason, '  for me ');
  await leave(reason);
  expect((await worker.choices()).reason).toBe('for me');
  await leave(reason);
  expect(worker.asked.filter((name) => name === 'settings/change')).toHaveLength(1);
});

test('a refused text that is taken back is not called wrong any more', async () => {
  await open();
  const delay = field(say.options('delay'));
  await type(delay, '5');
  await leave(delay);
  expect(text()).toContain(say.options('delayProblem'));
  await type(delay, '6');
  await leave(delay);
  expect(text()).not.toContain(say.options('delayProblem'));
  expect(delay.getAttribute('aria-invalid')).toBe('false');
});

test('a reason that is pasted with a tab is saved', async () => {
  const { worker } = await open();
  const reason = field(say.options('reason'));
  await type(reason, 'for\tmy daughter ');
  await leave(reason);
  expect((await worker.choices()).reason).toBe('for my daughter');
  expect(reason.value).toBe('for my daughter');
});

test('as many lines as fit are saved, also with an empty one at the end; a line that cannot be saved is named', async () => {
  const { worker } = await open();
  const lines = document.getElementById('blocked') as HTMLTextAreaElement;
  const save = () => press(button(say.controls('save'), section('own')));
  const many = Array.from({ length: 2_000 }, (_, index) => `n${index}.example`);
  await type(lines, `${many.join('\r\n')}\r\n`);
  await save();
  expect((await worker.choices()).blockedPatterns).toEqual(many);
  await type(lines, ['a.example', `# ${'note '.repeat(130)}`].join('\n'));
  await save();
  expect(said()).not.toBe(say.controls('failed'));
  expect((await worker.choices()).blockedPatterns).toEqual(many);
  expect(section('own').textContent).toContain('Line 2');
  expect(section('own').textContent).toContain(say.options('problem-too-long'));
  expect(lines.getAttribute('aria-invalid')).toBe('true');
});

test('unsaved text makes the browser ask before the page closes, saved text does not', async () => {
  await open();
  const held = () => !dispatchEvent(new Event('beforeunload', { cancelable: true }));
  expect(held()).toBe(false);
  await type(document.getElementById('blocked') as HTMLTextAreaElement, 'a.example');
  expect(held()).toBe(true);
  await press(button(say.controls('save'), section('own')));
  expect(held()).toBe(false);
});

test('days are counted from a day the person set, and the count can be stopped', async () => {
  const { worker } = await open({ daysSince: '2026-11-01' });
  expect(section('messages').textContent).toContain('20 days.');
  await press(button(say.options('daysSinceOff')));
  expect((await worker.choices()).daysSince).toBeNull();
});

test('days are not counted from a day to come, and not shown in a private window', async () => {
  const { worker } = await open();
  expect(field(say.options('daysSince')).max).toBe('2026-11-21');
  await type(field(say.options('daysSince')), '2026-11-22');
  await leave(field(say.options('daysSince')));
  expect(section('messages').textContent).toContain(say.options('daysSinceProblem'));
  expect(await worker.choices()).toEqual({});
  await open({ daysSince: '2026-11-01' }, {}, 'en', {}, true);
  expect(section('messages').textContent).not.toMatch(/days/);
  expect(document.getElementById('days-since')).toBeNull();
});

/** @returns a text in Windows-1252, as an editor on Windows may save it. */
const latin = (text: string) => Uint8Array.from([...text].map((one) => one.charCodeAt(0)));

/** Gives the page a file, as its file dialog would. */
async function pickFile(
  text: string | Uint8Array<ArrayBuffer>,
  then = () => has(say.options('previewApply')),
): Promise<void> {
  const input = section('backup').querySelector('input[type=file]') as HTMLInputElement;
  Object.defineProperty(input, 'files', { value: [new File([text], 'a.json')], configurable: true });
  Object.defineProperty(input, 'value', { set: () => {}, get: () => '' });
  input.dispatchEvent(new Event('change', { bubbles: true }));
  await until(then);
}

test('a preview names the lines that come and go, and places by their names', async () => {
  const { files } = await open({
    blockedPatterns: ['a.example', 'b.example', 'c.example'],
    country: 'SE',
  });
  await press(button(say.options('backupExport')));
  const file = JSON.parse(files[0]?.text ?? '') as { choices: Chosen };
  const many = Array.from({ length: 23 }, (_, index) => `n${index}.example`);
  Object.assign(file.choices, {
    blockedPatterns: ['a.example', 'b.example', '<img src=x>'],
    exemptions: many,
    country: 'US',
    region: 'US-GA',
  });
  await pickFile(JSON.stringify(file));
  const row = (name: string) =>
    [...section('backup').querySelectorAll('tr')].find(
      (one) => one.querySelector('th')?.textContent === name,
    );
  expect(row(say.options('own'))?.textContent).toBe('Your own list3 lines3 lines');
  const lines = row(say.options('own'))?.nextElementSibling;
  expect(lines?.textContent).toBe('Added:<img src=x>Removed:c.example');
  expect(section('backup').querySelector('img')).toBeNull();
  const exceptions = row(say.options('exemptions'))?.nextElementSibling;
  expect(exceptions?.querySelectorAll('code')).toHaveLength(20);
  expect(exceptions?.textContent).toMatch(/n19\.exampleand 3 more$/);
  expect(row(say.controls('country'))?.textContent).toBe('CountrySwedenUnited States');
  expect(row(say.controls('region'))?.textContent).toBe('State, province or nationNot chosenGeorgia');
});

test('a backup is previewed before anything changes, and says that it loosens', async () => {
  const { worker, files } = await open({ mode: 'zero-tolerance' });
  await press(button(say.options('backupExport')));
  expect(files[0]?.name).toBe('second-thought-settings-2026-11-21.json');
  await pickFile(files[0]?.text.replace('"zero-tolerance"', '"educate"') ?? '');
  expect(section('backup').textContent).toContain(say.options('previewLoosens'));
  expect((await worker.choices()).mode).toBe('zero-tolerance');
  await press(button(say.options('previewApply')));
  expect((await worker.choices()).mode).toBe('educate');
});

test('status lists what is wrong; a recovery is reported until it was seen', async () => {
  const { worker } = await open({ mode: 'zero-tolerance' });
  await press(field(say.options('mode-educate')));
  const current = worker.area.items.get('settings.current') as string;
  worker.area.items.set(current, 'rubbish');
  worker.status = {
    ...FINE,
    problems: ['rules', 'recovered'],
    rules: { wanted: 12, held: 10, notApplied: ['a.example', 'b.example'], ownLines: [] },
  };
  await press(button(say.options('statusAgain')));
  const status = section('status');
  expect(status.textContent).toContain('didn’t accept every rule');
  expect(status.textContent).toContain('10 of 12');
  expect(status.textContent).toContain('a.example, b.example');
  expect(status.textContent).toContain('The last good ones are in use.');
  await press(field(say.options('tier-broad')));
  expect(status.textContent).toContain('The last good ones are in use.');
  worker.silent = true;
  await press(button(say.options('recoveredSeen')));
  expect(said()).toBe(say.controls('failed'));
  worker.silent = false;
  await press(button(say.options('recoveredSeen')));
  expect(status.textContent).not.toContain('The last good ones are in use.');
});

test('the status says where a policy configures a copy that none installed, and what a conflict looks like', async () => {
  const policy = { receivedAt: Date.parse('2026-11-21T12:00:00Z'), fromMemory: false, failure: null };
  await open({}, { mode: 'educate' }, 'en', { managed: true, policy: { ...policy, installs: false } });
  expect(section('status').textContent).toContain(say.options('policyNotInstalling'));
  expect(say.options('policyNotInstalling')).toContain('“Conflict”');
  await open({}, { mode: 'educate' }, 'en', { managed: true, policy: { ...policy, installs: true } });
  expect(section('status').textContent).toContain('last received');
  expect(section('status').textContent).not.toContain('Conflict');
});

test('a worker that does not answer is reported, and nothing is shown as saved', async () => {
  const { worker } = await open();
  worker.silent = true;
  await press(field(say.options('mode-zero-tolerance')));
  expect(said()).toContain('could not be saved');
  expect(text()).toContain('The extension is not responding.');
  expect(field(say.options('mode-educate')).checked).toBe(true);
});

test.each(['en', 'es'] as const)(
  'every control has a name and every reference an end (%s)',
  async (language) => {
    await open({ promiseHours: 24, blockedPatterns: ['x y'] }, {}, language);
    expect(unnamed()).toEqual([]);
    expect(brokenIds()).toEqual([]);
    expect(document.querySelectorAll('h1')).toHaveLength(1);
    expect(document.querySelectorAll('main')).toHaveLength(1);
    for (const link of document.querySelectorAll('nav a'))
      expect(document.querySelector(link.getAttribute('href') ?? ''), link.outerHTML).not.toBeNull();
  },
);

test('a backup that is not UTF-8 is not read: line and column are named, and nothing changes', async () => {
  const { worker } = await open({ reason: 'Mine' });
  await pickFile(latin('{\n "reason": "Café"\n}'), () => text().includes('not UTF-8'));
  expect(text()).toContain('byte 0xE9 in line 2, column 16 is not UTF-8');
  expect((await worker.choices()).reason).toBe('Mine');
  expect(worker.asked).not.toContain('settings/preview-import');
});

test('who read a language stands beside the choice of it', async () => {
  await open({ language: 'en' });
  expect(text()).toContain(say.options('review-source'));
  await open({ language: 'fr' }, {}, 'fr');
  expect(text()).toContain((await loadWords('options', 'fr'))('review-machine'));
});

test("the list's day is written as the language writes days", async () => {
  document.documentElement.lang = 'de';
  await open({}, {}, 'de');
  expect(section('status').textContent).toContain('20. November 2026');
  document.documentElement.lang = 'en';
});
