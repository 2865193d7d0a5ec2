/** Shows the popup: whether the extension protects; if not, what is wrong in red, and one button to fix it. */
import { useEffect, useState } from 'preact/hooks';
import type { SettingsView, Status, StatusProblem, WorkerClient } from '../../utils/messages/answers.ts';
import { CHECK_ADDRESS, type PageTools } from '../../utils/settings/page-tools.ts';
import type { Words } from '../../utils/words/load.ts';
import { PageIcon } from '../icon/page-icon.tsx';
import { Facts } from './facts.tsx';

interface Props {
  client: WorkerClient;
  tools: PageTools;
  words: Words<'popup'>;
  /** The active tab, if the browser says which it is. */
  tabId: number | null;
  /** Whether it is in a private window, where nothing personal is shown. */
  isPrivate: boolean;
}

type Glance = { status: Status; view: SettingsView } | 'no-answer' | null;

export function Popup({ client, tools, words, tabId, isPrivate }: Props) {
  const [glance, setGlance] = useState<Glance>(null);
  const [said, setSaid] = useState('');

  const look = async () => {
    try {
      const input = tabId === null ? {} : { tabId };
      const [status, view] = await Promise.all([
        client.ask('status/get', input),
        client.ask('settings/get', {}),
      ]);
      setGlance({ status, view });
      return status.problems;
    } catch {
      setGlance('no-answer');
      return ['worker'] as StatusProblem[];
    }
  };
  useEffect(() => {
    void look();
  }, []);

  const fix = async (problem: StatusProblem) => {
    try {
      await MENDING[problem]({ client, tools });
    } catch {
      // Whether it helped, only another look tells.
    }
    const left = await look();
    setSaid(left.includes(problem) ? words('notMended') : words('mended'));
  };
  if (glance === null) return <p class="popup" aria-busy="true" />;
  const problem = glance === 'no-answer' ? 'worker' : worstOf(glance.status);
  return (
    <main class="popup" data-state={problem ? 'attention' : 'on'}>
      <h1 class="brand">
        <PageIcon name="mark" />
        {words('title')}
      </h1>
      {problem ? (
        <section class="popup-state" role="alert">
          <p class="popup-word">
            <PageIcon name="warn" />
            {words('attention')}
          </p>
          <p>{words(`problem-${problem}`)}</p>
          <button type="button" class="button primary" onClick={() => fix(problem)}>
            {words(`mend-${problem}`)}
          </button>
        </section>
      ) : (
        <section class="popup-state">
          <p class="popup-word">
            <PageIcon name="good" />
            {words('on')}
          </p>
          <p>{words('onHint')}</p>
        </section>
      )}
      {glance !== 'no-answer' && <Facts {...glance} words={words} tools={tools} isPrivate={isPrivate} />}
      <p role="status">{said}</p>
      <div class="actions">
        <button type="button" class="button" onClick={() => tools.open(CHECK_ADDRESS)}>
          {words('test')}
        </button>
        <button type="button" class="button" onClick={() => tools.open('/options.html')}>
          {words('settings')}
        </button>
      </div>
    </main>
  );
}

/** Leaves out private windows: they are the user's choice in the browser, worth a line, but not a problem in red. */
function worstOf({ problems }: Status): StatusProblem | null {
  return problems.find((problem) => problem !== 'private-windows') ?? null;
}

const MENDING: Record<StatusProblem, (page: Pick<Props, 'client' | 'tools'>) => Promise<unknown> | unknown> =
  {
    'host-access': ({ tools }) => tools.requestHostAccess(),
    rules: ({ client }) => client.ask('status/reapply', {}),
    guard: ({ client }) => client.ask('status/reapply', {}),
    worker: ({ tools }) => tools.restart(),
    policy: ({ tools }) => tools.open('/options.html#status'),
    storage: ({ client }) => client.ask('status/reapply', {}),
    'own-lines': ({ tools }) => tools.open('/options.html#status'),
    recovered: ({ tools }) => tools.open('/options.html#status'),
    'private-windows': ({ tools }) => tools.open('/options.html#status'),
  };
