/** The notice's module: adds message, wait, reasons and dialogs to the notice that is already shown. */
import { keepPageOnCalls } from '../../components/contact/keep-page.ts';
import { createDialogs } from '../../components/notice/dialogs.tsx';
import { drawNotice } from '../../components/notice/draw-notice.tsx';
import { workerClient } from '../../utils/messages/client.ts';
import type { NoticeContext } from '../../utils/notice/context.ts';
import { readMessageHistory, rememberMessage } from '../../utils/notice/message-history-store.ts';
import { isSearchNotice } from '../../utils/notice/notice-address.ts';
import { prepareNotice } from '../../utils/notice/prepare.ts';
import type { Place } from '../../utils/place/place.ts';
import {
  type ConfigSnapshot,
  onConfigSnapshot,
  readConfigSnapshot,
} from '../../utils/policy/config-snapshot.ts';
import type { Language } from '../../utils/words/languages.ts';
import {
  anotherPage,
  copyOnRequest,
  correctFirstPaint,
  coveredAddress,
  focusWayOut,
  forgetAddress,
  keepAddress,
  keepShownLaw,
  slot,
} from './first-frame.ts';
import { openReporter } from './report-open.ts';

const PING_SECONDS = 20;

const { ask } = workerClient;

/** Adds the helpline of the reader's country, which the page for any place does not contain. */
async function addHelpline(place: Place, language: Language): Promise<void> {
  const { addMainHelpline } = await import('../../components/notice/add-main-helpline.tsx');
  await addMainHelpline(document.documentElement, place, language);
}

async function main(): Promise<void> {
  if (window.top !== window.self) return;
  focusWayOut();
  keepPageOnCalls(document);
  const today = new Date().toLocaleDateString('sv'); // The Swedish form is YYYY-MM-DD.
  const random = Math.random();
  const messageHistory = await readMessageHistory();
  let address = coveredAddress();
  let context: NoticeContext | null = null;
  const copy = (text: string) => navigator.clipboard.writeText(text);
  /** The dialog in which a place was chosen, until that place is in force. Closing it returns the focus, as its own button does. */
  let choosing: HTMLDialogElement | null = null;

  /** Prepares everything that depends on settings and policy. The day and the random number stay, and so does the message. */
  const prepare = async (snapshot: ConfigSnapshot) => {
    const elsewhere = anotherPage(snapshot);
    if (elsewhere !== null) location.replace(elsewhere);
    const hasHelpline = correctFirstPaint(snapshot);
    keepShownLaw();
    const language = document.documentElement.lang as Language;
    const [prepared] = await Promise.all([
      prepareNotice(snapshot, { language, today, random, messageHistory }),
      hasHelpline ? null : addHelpline(snapshot.place, language),
    ]);
    const { content, placeLaw, words } = prepared;
    document.title = words('title');
    void rememberMessage(messageHistory, content);
    const dialogs = createDialogs({
      snapshot,
      placeLaw,
      language,
      today,
      words,
      copy,
      slot: slot('dialog'),
      onPlace: async (country, region) => {
        choosing = slot('dialog').querySelector('dialog');
        const { saved } = await ask('notice/place', { country, region });
        if (saved) choosing?.close();
        choosing = null;
        return saved;
      },
    });
    const zero = snapshot.effective.mode.value === 'zero-tolerance';
    if (zero) address = forgetAddress();
    return { snapshot, language, prepared, dialogs, zero };
  };

  /**
   * Handles one snapshot after the other, so that the newest one wins. Listening begins before the first read, so that a policy
   * which arrives while the first notice is being prepared is not missed.
   */
  const drawn = Promise.withResolvers<void>();
  let turn = drawn.promise;
  const inTurn = (what: () => Promise<void>) => {
    turn = turn.catch(() => undefined).then(what);
  };
  onConfigSnapshot((snapshot) => {
    // Closes at once: the worker answers only after it has written all rules, and the dialog covers what the reader waits for.
    if (choosing && JSON.stringify(snapshot.place) !== JSON.stringify(now.snapshot.place)) choosing.close();
    inTurn(() => follow(snapshot));
  });

  let now = await prepare(await readConfigSnapshot());
  document.getElementById('get-help')?.addEventListener('click', () => now.dialogs.help());
  // The button was pressed before this listener existed: `first-paint.ts` remembered it.
  if (document.documentElement.dataset.asked === 'help') now.dialogs.help();
  copyOnRequest(now.prepared.words('copied'), copy);
  const draw = () =>
    drawNotice({
      ...now,
      context,
      ofSearch: isSearchNotice(location.search),
      way: context && !now.zero ? { state: context.continue, ask: goOn } : null,
      copy,
      onMistake: () => void ask('notice/mistake', { address }).then(told),
      part: slot,
    });
  const told = (answer: NoticeContext) => {
    context = answer;
    draw();
  };
  const goOn = async (pin?: string) => {
    const answer = await ask('notice/continue', { address, ...(pin !== undefined && { pin }) });
    if (answer.granted) location.replace(answer.url);
    return answer;
  };
  draw();

  const visible = () => document.visibilityState === 'visible';
  const tellVisible = async () => {
    if (!now.zero) await ask('notice/visible', { visible: visible() });
  };
  const open = openReporter({
    ask: (seen) => ask('notice/opened', { address, visible: seen }),
    visible,
    tell: tellVisible,
    // Where a reload finds it.
    keep: (search) => {
      if (!now.zero) address ??= keepAddress(search);
    },
    told,
  });
  // A policy may arrive seconds after the first notice, and settings change: what is offered here must match what applies now.
  const follow = async (snapshot: ConfigSnapshot) => {
    now = await prepare(snapshot);
    draw();
    // Reports the time waited so far: when a notice opens, the worker does not count time that was not reported.
    await tellVisible();
    void open();
  };
  drawn.resolve();
  addEventListener('leave', () => void ask('notice/left', {}));
  const openAgain = async () => {
    now = await prepare(await readConfigSnapshot());
    draw();
    void open();
  };
  // A notice that is restored from the back/forward cache counts as opened again. Firefox tells a page in there of no change.
  addEventListener('pageshow', ({ persisted }) => persisted && inTurn(openAgain));
  document.addEventListener('visibilitychange', tellVisible);
  // While the notice is visible, keeps the wait counting even if it is longer than the worker's life.
  setInterval(() => visible() && tellVisible(), PING_SECONDS * 1000);
  await open();
}

void main();
