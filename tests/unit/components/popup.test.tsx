/**
 * Tests that the popup says at a glance whether the extension works, and has a button for what can be repaired.
 * @vitest-environment happy-dom
 */
import { describe, expect, test } from 'vitest';
import { Popup } from '../../../components/popup/popup.tsx';
import type { Status, StatusProblem } from '../../../utils/messages/answers.ts';
import { parseCustomPatterns } from '../../../utils/pattern/custom-pattern.ts';
import type { PageTools } from '../../../utils/settings/page-tools.ts';
import type { Chosen } from '../../../utils/settings/schema.ts';
import { loadWords } from '../../../utils/words/load.ts';
import { brokenIds, button, has, press, show, testTools, text, unnamed } from './page.tsx';
import { FINE, startWorker } from './worker.ts';

/** English words by their keys, so that an edited sentence breaks no test. */
const say = {
  popup: await loadWords('popup', 'en'),
};

interface Opening {
  status?: Partial<Status>;
  chosen?: Chosen;
  policy?: Record<string, unknown>;
  tools?: Partial<PageTools>;
  silent?: boolean;
  isPrivate?: boolean;
}

async function open({ status = {}, chosen = {}, policy = {}, tools = {}, ...rest }: Opening = {}) {
  const worker = await startWorker(chosen, policy);
  worker.status = { ...FINE, ...status };
  worker.silent = rest.silent ?? false;
  const browser = testTools(tools);
  await show(
    <Popup
      client={worker.client}
      tools={browser.tools}
      words={await loadWords('popup', 'en')}
      tabId={7}
      isPrivate={rest.isPrivate ?? false}
    />,
  );
  return { worker, ...browser };
}
const state = () => document.querySelector('main')?.dataset.state;

test('one glance: on, how firm, private windows, access, who decides, date of the list, this page', async () => {
  const { opened } = await open();
  expect(state()).toBe('on');
  for (const words of [
    'covered',
    'allowed',
    say.popup('decidesYou'),
    'November 20, 2026',
    say.popup('tab-not-listed'),
  ])
    expect(text()).toContain(words);
  await press(button(say.popup('test')));
  expect(opened).toEqual(['http://check.second-thought.test/']);
  expect(unnamed()).toEqual([]);
  expect(brokenIds()).toEqual([]);
});

test('a managed installation says who decides', async () => {
  await open({ status: { managed: true }, policy: { mode: 'zero-tolerance', organizationName: 'Acme' } });
  expect(text()).toContain('Acme');
  expect(text()).toContain('there is no way through');
});

test('a listed page is named by its entry', async () => {
  await open({
    status: {
      tab: { is: 'listed', match: { kind: 'host', by: 'list', id: 'a.example', site: 'a.example' } },
    },
  });
  expect(text()).toContain('on the list: a.example');
});

test('a listed page with a pass says so', async () => {
  await open({
    status: {
      tab: { is: 'passed', match: { kind: 'host', by: 'list', id: 'a.example', site: 'a.example' } },
    },
  });
  expect(text()).toContain('on the list: a.example. You chose to go on');
});

test('an allowlist entry is the organization’s or the person’s own', async () => {
  const [pattern] = parseCustomPatterns(['a.example']).patterns;
  if (!pattern) throw new Error('no pattern');
  await open({ status: { tab: { is: 'allowlisted', by: 'user', pattern } } });
  expect(text()).toContain('you made an exception: a.example');
  await open({ status: { tab: { is: 'allowlisted', by: 'policy', pattern } } });
  expect(text()).toContain('your organization made an exception: a.example');
  expect(text()).not.toContain('you made');
});

describe('red', () => {
  test('missing access is requested in the click, and then it is green', async () => {
    let granted = false;
    const { worker } = await open({
      status: { hostAccess: false, problems: ['host-access', 'rules'] },
      tools: {
        requestHostAccess: async () => {
          granted = true;
          worker.status = FINE;
          return true;
        },
      },
    });
    expect(state()).toBe('attention');
    expect(document.querySelectorAll('.popup-state button')).toHaveLength(1);
    await press(button(say.popup('mend-host-access')));
    expect(granted).toBe(true);
    expect(state()).toBe('on');
    expect(text()).toContain(say.popup('mended'));
  });

  test('rules are set again by the worker', async () => {
    const { worker } = await open({ status: { problems: ['rules'] } });
    worker.onReapply = () => {
      worker.status = FINE;
    };
    await press(button(say.popup('mend-rules')));
    expect(worker.asked).toContain('status/reapply');
    expect(state()).toBe('on');
  });

  test('what fails is not reported as repaired, and does not leave the person without an answer', async () => {
    const { worker } = await open({ status: { problems: ['storage'] } });
    worker.onReapply = () => {
      throw new Error('QuotaExceededError');
    };
    await press(button(say.popup('mend-storage')));
    expect(text()).toContain(say.popup('notMended'));
    await open({
      status: { problems: ['host-access'] },
      tools: { requestHostAccess: () => Promise.reject(new Error('not in a click')) },
    });
    await press(button(say.popup('mend-host-access')));
    expect(text()).toContain(say.popup('notMended'));
  });

  test('what does not help is not reported as repaired', async () => {
    await open({ status: { problems: ['rules'] } });
    await press(button(say.popup('mend-rules')));
    expect(state()).toBe('attention');
    expect(text()).toContain('That did not help.');
  });

  test('a worker that does not answer is red, not on', async () => {
    const { opened } = await open({ silent: true });
    expect(state()).toBe('attention');
    await press(button(say.popup('mend-worker')));
    expect(opened).toEqual(['restart']);
  });

  test.each(['policy', 'recovered', 'guard'] as StatusProblem[])(
    '%s has a button of its own',
    async (problem) => {
      await open({ status: { problems: [problem] } });
      expect(state()).toBe('attention');
      expect(document.querySelectorAll('.popup-state button')).toHaveLength(1);
    },
  );
});

test('private windows that are not covered are mentioned, without a red state', async () => {
  const { opened } = await open({ status: { privateWindows: 'not-covered', problems: ['private-windows'] } });
  expect(state()).toBe('on');
  expect(has(say.popup('privateFix'))).toBe(true);
  await press(button(say.popup('privateFix')));
  expect(opened).toEqual(['/options.html#status']);
});

test('private windows of a managed copy are the organization’s: nothing red, and staff are told to do nothing', async () => {
  await open({ status: { managed: true, privateWindows: 'not-covered' } });
  expect(state()).toBe('on');
  expect(text()).toContain(say.popup('privateManaged'));
  expect(text()).not.toContain(say.popup('privateNo'));
  expect(has(say.popup('privateFix'))).toBe(false);
});

test('days show only if asked for, and never in a private window', async () => {
  await open({ chosen: { daysSince: '2026-11-20' } });
  expect(text()).toContain('1 day.');
  await open({ chosen: { daysSince: '2026-11-20' }, isPrivate: true });
  expect(text()).not.toContain('1 day.');
  await open();
  expect(document.querySelector('.popup-days')).toBeNull();
  // They are personal: a family and an employer do not see them, as in the settings.
  await open({ chosen: { daysSince: '2026-11-20', audience: 'family' } });
  expect(document.querySelector('.popup-days')).toBeNull();
  await open({ chosen: { daysSince: '2026-11-20' }, policy: { mode: 'educate' } });
  expect(document.querySelector('.popup-days')).toBeNull();
});
