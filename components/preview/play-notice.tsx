/** Shows one showing of the notice on a stage, with the components and the chooser of the real one. */
import { render } from 'preact';
import { choiceOffered, lawOffered } from '../../utils/notice/law-offered.ts';
import { prepareNotice } from '../../utils/notice/prepare.ts';
import type { NoticeContent } from '../../utils/notice/types.ts';
import { placeName } from '../../utils/place/place-name.ts';
import type { Published } from '../../utils/policy/published.ts';
import type { Language } from '../../utils/policy/types.ts';
import { speak } from '../../utils/words/speak.ts';
import { Accent } from '../notice/accent.tsx';
import { Continue } from '../notice/continue.tsx';
import { createDialogs } from '../notice/dialogs.tsx';
import { NoticeMessage } from '../notice/message.tsx';
import { Why } from '../notice/why.tsx';
import type { Said, Stage } from './stage.ts';

export interface Showing {
  published: Published;
  language: Language;
  /** `YYYY-MM-DD`. */
  today: string;
  random: number;
  shownLast: readonly string[];
}

interface Play extends Showing {
  stage: Stage;
  say: (what: Said) => void;
  onPlace: (country: string, region: string) => void;
}

/** @returns what was chosen. Rejects if a file of the place is missing from the build. */
export async function playNotice(play: Play): Promise<NoticeContent> {
  const { stage, published, language, today, say } = play;
  const { effective, place } = published;
  const { content, placeLaw, words } = await prepareNotice(published, play);
  const audience = effective.audience.value;
  const { root, part } = stage;
  speak(root, language);
  root.dataset.variant = String(content.variant);
  const strip = stage.document.querySelector(`[data-strip="${place.country}"]`);
  if (strip && place.country) root.dataset.country = place.country;
  else delete root.dataset.country;

  const copy = (text: string) => (stage.document.defaultView ?? window).navigator.clipboard.writeText(text);
  const dialogs = createDialogs({
    published,
    placeLaw,
    language,
    today,
    words,
    copy,
    slot: part('dialog'),
    onPlace: async (country, region) => {
      play.onPlace(country, region);
      return true;
    },
  });
  stage.onHelp = () => void dialogs.help();
  // A dialog of the showing before would speak of another place.
  render(null, part('dialog'));
  render(
    <NoticeMessage
      content={content}
      effective={effective}
      place={place}
      placeName={placeName(place, language, placeLaw.law?.name[language])}
      choosePlace={choiceOffered(audience, placeLaw.choose)}
      looksLike={false}
      words={words}
      onLaw={lawOffered(audience, placeLaw.law) && (() => void dialogs.law())}
      onPlace={place.from === 'policy' ? null : () => void dialogs.place()}
    />,
    part('message'),
  );
  render(
    <div class="notice-more">
      <Why
        context={null}
        content={content}
        language={language}
        effective={effective}
        words={words}
        copy={copy}
        onMistake={() => say('saidMistake')}
      />
      {effective.mode.value !== 'zero-tolerance' && (
        <Continue
          writeLine={effective.writeLine}
          state={{
            kind: 'wait',
            secondsLeft: effective.continueDelaySeconds.value,
            pin: effective.pinSet,
          }}
          words={words}
          ask={async () => ({ granted: false, why: 'failed' })}
        />
      )}
    </div>,
    part('more'),
  );
  render(content.accent && <Accent {...content.accent} />, part('accent'));
  return content;
}
