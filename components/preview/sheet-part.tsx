/** Makes the sign-off sheet of what is chosen, a moment after the last change, and prints it. */
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
  /** In the language of the page; the sheet uses the notice's where it has such words. */
  words: Words<'preview'>;
  language: Language;
  print: () => void;
}

/** Milliseconds; a sheet calls the chooser some thousands of times. */
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
        {/* Never the sheet of a choice before this one. */}
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
