/** Draws one showing of the notice on a stage, with the components and the chooser of the real notice. */
import { render } from 'preact';
import { prepareNotice } from '../../utils/notice/prepare.ts';
import { showMainHelpline } from '../../utils/notice/show-main-helpline.ts';
import type { NoticeContent } from '../../utils/notice/types.ts';
import type { ConfigSnapshot } from '../../utils/policy/config-snapshot.ts';
import { setDocumentLanguage } from '../../utils/words/document-language.ts';
import type { Language } from '../../utils/words/languages.ts';
import { addMainHelpline } from '../notice/add-main-helpline.tsx';
import { createDialogs } from '../notice/dialogs.tsx';
import { drawNotice, type Way } from '../notice/draw-notice.tsx';
import type { PreviewNote, Stage } from './stage.ts';

export interface Showing {
  snapshot: ConfigSnapshot;
  language: Language;
  /** `YYYY-MM-DD`. */
  today: string;
  random: number;
  messageHistory: readonly string[];
}

interface Play extends Showing {
  stage: Stage;
  say: (what: PreviewNote) => void;
  onPlace: (country: string, region: string) => void;
}

/** @returns the chosen content. Rejects if a file of the place is missing from the build. */
export async function playNotice(play: Play): Promise<NoticeContent> {
  const { stage, snapshot, language, today, say } = play;
  const { effective, place } = snapshot;
  const prepared = await prepareNotice(snapshot, play);
  const { content, placeLaw, words } = prepared;
  const { root, part } = stage;
  setDocumentLanguage(root, language);
  root.dataset.variant = String(content.variant);
  if (!showMainHelpline(root, place)) await addMainHelpline(root, place, language);

  // On the static site without https there is no clipboard: that has to reject, so that the text is selected instead.
  const copy = async (text: string) =>
    (stage.document.defaultView ?? window).navigator.clipboard.writeText(text);
  const dialogs = createDialogs({
    snapshot,
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
  // A dialog from the previous showing may be about another place.
  render(null, part('dialog'));
  drawNotice({
    prepared,
    snapshot,
    language,
    dialogs,
    context: null,
    ofSearch: effective.recognizeSearches.value,
    way: effective.mode.value === 'zero-tolerance' ? null : pausing(snapshot),
    copy,
    onMistake: () => say('saidMistake'),
    part,
  });
  return content;
}

/** The pause that the configuration sets; the preview grants no pass. */
function pausing({ effective }: ConfigSnapshot): Way {
  const secondsLeft = effective.continueDelaySeconds.value;
  return {
    state: { kind: 'wait', secondsLeft, pin: effective.pinSet },
    ask: async () => ({ granted: false, why: 'failed' }),
  };
}
