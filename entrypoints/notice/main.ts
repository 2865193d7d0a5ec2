/** Completes the notice that stands already: message, wait, reasons, dialogs. */
import { keepPageOnCalls } from '../../components/contact/keep-page.ts';
import { createDialogs } from '../../components/notice/dialogs.tsx';
import { drawNotice } from '../../components/notice/draw-notice.tsx';
import type { NoticeContext } from '../../utils/notice/context.ts';
import { readMessageHistory, rememberMessage } from '../../utils/notice/message-history-store.ts';
import { prepareNotice } from '../../utils/notice/prepare.ts';
import { readConfigSnapshot } from '../../utils/policy/config-snapshot.ts';

import { send } from '../../utils/send.ts';
import type { Language } from '../../utils/words/languages.ts';
import { correctFirstPaint, coveredAddress, slot } from './first-frame.ts';

const PING_SECONDS = 20;

async function main(): Promise<void> {
  if (window.top !== window.self) return;
  keepPageOnCalls(document);
  const [snapshot, messageHistory] = await Promise.all([readConfigSnapshot(), readMessageHistory()]);
  const { effective } = snapshot;
  correctFirstPaint(snapshot);
  const language = document.documentElement.lang as Language;
  const today = new Date().toLocaleDateString('sv'); // The Swedish form is YYYY-MM-DD.
  const prepared = await prepareNotice(snapshot, { language, today, random: Math.random(), messageHistory });
  const { content, placeLaw, words } = prepared;
  document.title = words('title');
  void rememberMessage(messageHistory, content);

  const address = coveredAddress();
  const zero = effective.mode.value === 'zero-tolerance';
  const copy = (text: string) => navigator.clipboard.writeText(text);
  const dialogs = createDialogs({
    snapshot,
    placeLaw,
    language,
    today,
    words,
    copy,
    slot: slot('dialog'),
    onPlace: async (country, region) => {
      const { saved } = await send('notice/place', { country, region });
      if (saved) location.reload();
      return saved;
    },
  });
  document.getElementById('get-help')?.addEventListener('click', dialogs.help);

  let context: NoticeContext | null = null;
  const draw = () =>
    drawNotice({
      prepared,
      snapshot,
      language,
      dialogs,
      context,
      way: context && !zero ? { state: context.continue, ask } : null,
      copy,
      onMistake: () => void send('notice/mistake', { address }).then(told),
      part: slot,
    });
  const told = (answer: NoticeContext) => {
    context = answer;
    draw();
  };
  const ask = async (pin?: string) => {
    const answer = await send('notice/continue', { address, ...(pin !== undefined && { pin }) });
    if (answer.granted) location.replace(answer.url);
    return answer;
  };
  draw();

  const visible = () => document.visibilityState === 'visible';
  const open = async () => told(await send('notice/opened', { address, visible: visible() }));
  addEventListener('leave', () => void send('notice/left', {}));
  // A page that comes back whole from the browser's memory is a new look too.
  addEventListener('pageshow', ({ persisted }) => persisted && void open());
  await open();
  if (zero) return;
  document.addEventListener('visibilitychange', () => void send('notice/visible', { visible: visible() }));
  // A wait longer than the worker's life is counted on while the notice is looked at.
  setInterval(() => visible() && void send('notice/visible', { visible: true }), PING_SECONDS * 1000);
}

void main();
