/** Makes the sign-off sheet for the current choice, shortly after the last change, and prints it. */
import { useEffect, useState } from 'preact/hooks';
import type { ConfigSnapshot } from '../../utils/policy/config-snapshot.ts';
import type { PreviewChoice } from '../../utils/preview/preview-choice.ts';
import { signOff } from '../../utils/preview/sign-off.ts';
import { FULL_LANGUAGES, type Language } from '../../utils/words/languages.ts';
import { loadWords, type Words } from '../../utils/words/load.ts';
import type { SheetProps } from './sheet-props.ts';
import { SignOffSheet } from './sign-off-sheet.tsx';

interface Props {
  snapshot: ConfigSnapshot;
  choice: PreviewChoice;
  version: string;
  /** The words in the page's language; the sheet is in the notice's language if that has these words. */
  words: Words<'preview'>;
  language: Language;
  print: () => void;
}

/** In milliseconds. A sheet calls the chooser thousands of times, so it is not made at every keystroke. */
const PAUSE = 300;

export function SheetPart({ snapshot, choice, version, words, language: page, print }: Props) {
  const [made, setMade] = useState<Omit<SheetProps, 'version'> | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let late = false;
    const make = async () => {
      const { language, today } = choice;
      const own = FULL_LANGUAGES.includes(language) ? language : page;
      const [sheet, ownWords] = await Promise.all([
        signOff(snapshot, language, today),
        loadWords('preview', own),
      ]);
      if (late) return;
      setMade({ sheet, snapshot, choice, words: ownWords, own });
      setFailed(false);
    };
    const timer = setTimeout(() => make().catch(() => !late && setFailed(true)), PAUSE);
    return () => {
      late = true;
      clearTimeout(timer);
    };
  }, [snapshot, choice, page]);
  return (
    <section class="sheet-part" aria-labelledby="sheet-heading">
      <div class="sheet-head screen-only">
        <h2 id="sheet-heading">{words('sheet')}</h2>
        <p>{words('sheetHint')}</p>
        {/* Never prints the sheet of an earlier choice. */}
        <button type="button" class="button primary" onClick={print} disabled={made?.choice !== choice}>
          {words('print')}
        </button>
        <p class="problem" role="alert">
          {failed ? words('failed') : ''}
        </p>
      </div>
      {made && <SignOffSheet {...made} version={version} />}
    </section>
  );
}
