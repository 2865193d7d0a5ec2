/** The page "Show me what they will see": choices, the real notice next to them, and below them a sheet to print and sign. */
import { useMemo, useState } from 'preact/hooks';
import { remember } from '../../utils/notice/message-history.ts';
import type { NoticeContent } from '../../utils/notice/types.ts';
import { onlyOffered } from '../../utils/place/list-places.ts';
import type { ConfigSnapshot } from '../../utils/policy/config-snapshot.ts';
import { choiceOf, type PreviewChoice, snapshotFor } from '../../utils/preview/preview-choice.ts';
import type { PlaceOption } from '../../utils/settings/page-tools.ts';
import type { Language } from '../../utils/words/languages.ts';
import type { Words } from '../../utils/words/load.ts';
import { Brand } from '../icon/brand.tsx';
import { ChoiceForm } from './choice-form.tsx';
import { NoticeFrame, type Screen } from './notice-frame.tsx';
import { ScreenBar } from './screen-bar.tsx';
import { SheetPart } from './sheet-part.tsx';
import type { PreviewNote } from './stage.ts';

interface Props {
  /** What is in force on this device, or what a policy would put in force. */
  base: ConfigSnapshot;
  /** True if `base` comes from a policy that is still being written. */
  ofPolicy: boolean;
  /** The notice's language at first. */
  language: Language;
  /** The page's own language: one that has every surface. */
  pageLanguage: Language;
  /** `YYYY-MM-DD`. */
  today: string;
  version: string;
  places: readonly PlaceOption[];
  words: Words<'preview'>;
  controls: Words<'controls'>;
  print: () => void;
}

/** In windows narrower than this, in CSS pixels, the notice on a computer's screen would be too small to read. */
const NARROW = 700;

/** Multiples of the golden ratio give every theme its turn within a few showings. */
const GOLDEN = 0.618_033_988_749_895;

export function Preview(props: Props) {
  const { base, ofPolicy, words, controls, places, version } = props;
  const [choice, setChoice] = useState(() => choiceOf(base, props.language, props.today));
  const [messageHistory, setMessageHistory] = useState<readonly string[]>([]);
  const [content, setContent] = useState<NoticeContent | null>(null);
  const [screen, setScreen] = useState<Screen>(() => (window.innerWidth < NARROW ? 'phone' : 'computer'));
  const [said, setSaid] = useState<PreviewNote | 'failed' | null>(null);

  const snapshot = useMemo(() => snapshotFor(choice, base), [choice, base]);
  const showing = useMemo(
    () => ({
      snapshot,
      language: choice.language,
      today: choice.today,
      random: (messageHistory.length * GOLDEN) % 1,
      messageHistory,
    }),
    [snapshot, messageHistory],
  );
  const change = (changes: Partial<PreviewChoice>) => {
    setChoice((before) => ({ ...before, ...changes }));
    setMessageHistory([]);
    setSaid(null);
  };
  return (
    <div class="preview-page">
      <header class="screen-only">
        <Brand />
        <h1>{words('title')}</h1>
        <p>{words('lead')}</p>
        <p class="aside">{words(ofPolicy ? 'ofPolicy' : 'ofDevice')}</p>
      </header>
      <main>
        <div class="try screen-only">
          <ChoiceForm
            choice={choice}
            autoLanguage={base.effective.language.value === 'auto'}
            places={base.place.offered ? onlyOffered(places, base.place.offered) : places}
            words={words}
            controls={controls}
            onChange={change}
          />
          <section class="stage" aria-labelledby="stage-heading">
            <h2 id="stage-heading">{words('notice')}</h2>
            <ScreenBar
              words={words}
              screen={screen}
              number={messageHistory.length + 1}
              onScreen={setScreen}
              onFirst={() => setMessageHistory([])}
              onNext={() => content && setMessageHistory(remember(messageHistory, content))}
            />
            <p class="said" role="status">
              {said ? words(said) : ''}
            </p>
            <NoticeFrame
              title={words('frame')}
              screen={screen}
              showing={showing}
              onShown={setContent}
              onPlace={(country, region) => {
                change({ country, region });
                setSaid('saidPlace');
              }}
              onFailed={() => setSaid('failed')}
              say={setSaid}
            />
          </section>
        </div>
        <SheetPart
          snapshot={snapshot}
          choice={choice}
          version={version}
          words={words}
          language={props.pageLanguage}
          print={props.print}
        />
      </main>
    </div>
  );
}
