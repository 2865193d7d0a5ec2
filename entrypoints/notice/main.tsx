/** Completes the notice that stands already: message, wait, reasons, dialogs. */
import { render } from 'preact';
import { Accent } from '../../components/notice/accent.tsx';
import { Continue } from '../../components/notice/continue.tsx';
import { createDialogs } from '../../components/notice/dialogs.tsx';
import { NoticeMessage } from '../../components/notice/message.tsx';
import { Why } from '../../components/notice/why.tsx';
import type { NoticeContext } from '../../utils/guard/types.ts';
import { choiceOffered, lawOffered } from '../../utils/notice/law-offered.ts';
import { prepareNotice } from '../../utils/notice/prepare.ts';
import { readShown, rememberShown } from '../../utils/notice/shown-memory.ts';
import { placeName } from '../../utils/place/place-name.ts';
import { readPublished } from '../../utils/policy/published.ts';
import type { Language } from '../../utils/policy/types.ts';
import { send } from '../../utils/send.ts';
import { correctFirstPaint, coveredAddress, slot } from './first-frame.ts';

const PING_SECONDS = 20;

async function main(): Promise<void> {
  if (window.top !== window.self) return;
  const [published, shownLast] = await Promise.all([readPublished(), readShown()]);
  const { effective, place } = published;
  correctFirstPaint(published);
  const language = document.documentElement.lang as Language;
  const today = new Date().toLocaleDateString('sv'); // The Swedish form is YYYY-MM-DD.
  const { content, placeLaw, words } = await prepareNotice(published, {
    language,
    today,
    random: Math.random(),
    shownLast,
  });
  document.title = words('title');
  void rememberShown(shownLast, content);

  const address = coveredAddress();
  const zero = effective.mode.value === 'zero-tolerance';
  const copy = (text: string) => navigator.clipboard.writeText(text);
  const dialogs = createDialogs({
    published,
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

  const audience = effective.audience.value;
  let context: NoticeContext | null = null;
  const draw = () => {
    render(
      <NoticeMessage
        content={content}
        effective={effective}
        place={place}
        placeName={placeName(place, language, placeLaw.law?.name[language])}
        choosePlace={choiceOffered(audience, placeLaw.choose)}
        looksLike={context?.match?.kind === 'name'}
        words={words}
        onLaw={lawOffered(audience, placeLaw.law) && dialogs.law}
        onPlace={place.from === 'policy' ? null : dialogs.place}
      />,
      slot('message'),
    );
    render(
      <div class="notice-more">
        <Why
          context={context}
          content={content}
          language={language}
          effective={effective}
          words={words}
          copy={copy}
          onMistake={() => void send('notice/mistake', { address }).then(told)}
        />
        {context && !zero && (
          <Continue state={context.continue} words={words} writeLine={effective.writeLine} ask={ask} />
        )}
      </div>,
      slot('more'),
    );
    if (content.accent) render(<Accent {...content.accent} />, slot('accent'));
  };
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
