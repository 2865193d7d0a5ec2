/** Shows one showing of the notice on a stage, with the components and the chooser of the real one. */
import { render } from 'preact';
import { prepareNotice } from '../../utils/notice/prepare.ts';
import type { NoticeContent } from '../../utils/notice/types.ts';
import type { Published } from '../../utils/policy/published.ts';
import type { Language } from '../../utils/policy/types.ts';
import { speak } from '../../utils/words/speak.ts';
import { createDialogs } from '../notice/dialogs.tsx';
import { drawNotice, type Way } from '../notice/draw-notice.tsx';
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
  const prepared = await prepareNotice(published, play);
  const { content, placeLaw, words } = prepared;
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
  drawNotice({
    prepared,
    published,
    language,
    dialogs,
    context: null,
    way: effective.mode.value === 'zero-tolerance' ? null : pausing(published),
    copy,
    onMistake: () => say('saidMistake'),
    part,
  });
  return content;
}

/** The pause as the policy has it; nobody grants anything here. */
function pausing({ effective }: Published): Way {
  const secondsLeft = effective.continueDelaySeconds.value;
  return {
    state: { kind: 'wait', secondsLeft, pin: effective.pinSet },
    ask: async () => ({ granted: false, why: 'failed' }),
  };
}
