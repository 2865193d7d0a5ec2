/** Completes the notice that is shown already: message, wait, reasons, dialogs. */
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

const PING_SECONDS = 20;

const { ask } = workerClient;

/** On the page for any place, which has nobody's own. */
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
  /** The dialog in which a place was chosen, until that place is in force. It closes as by its own button, so that the focus goes back. */
  let choosing: HTMLDialogElement | null = null;

  /** Everything that follows from settings and policy. The same moment for all of them, so that the message stays. */
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
   * One snapshot after the other, so that the newest one wins. Listening begins before the first reading: a policy that
   * arrives while the first notice is being prepared must not be missed.
   */
  const drawn = Promise.withResolvers<void>();
  let turn = drawn.promise;
  onConfigSnapshot((snapshot) => {
    // At once: the worker answers after it has written all rules, and what the reader waits for is behind the dialog.
    if (choosing && JSON.stringify(snapshot.place) !== JSON.stringify(now.snapshot.place)) choosing.close();
    turn = turn.catch(() => undefined).then(() => follow(snapshot));
  });

  let now = await prepare(await readConfigSnapshot());
  document.getElementById('get-help')?.addEventListener('click', () => now.dialogs.help());
  // Pressed before anybody listened: `first-paint.ts` kept it.
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
    // The worker tells it only once, so it is kept where a reload finds a page's address.
    if (address === null && answer.search !== null) address = keepAddress(answer.search);
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
  let asked = 0;
  const open = async () => {
    const mine = ++asked;
    const answer = await ask('notice/opened', { address, visible: visible() });
    // An answer to a request from before a change is ignored after it.
    if (mine === asked) told(answer);
  };
  // A policy may arrive seconds after the first notice, and settings change: what is offered here must match what applies now.
  const follow = async (snapshot: ConfigSnapshot) => {
    now = await prepare(snapshot);
    draw();
    // The time waited before this notice still counts: opened again, the worker would not know that it was open all the while.
    await tellVisible();
    void open();
  };
  drawn.resolve();
  addEventListener('leave', () => void ask('notice/left', {}));
  // A page that is restored from the back/forward cache is a new look too.
  addEventListener('pageshow', ({ persisted }) => persisted && void open());
  document.addEventListener('visibilitychange', tellVisible);
  // Keeps counting a wait that is longer than the worker's life while the notice is visible.
  setInterval(() => visible() && tellVisible(), PING_SECONDS * 1000);
  await open();
}

void main();
