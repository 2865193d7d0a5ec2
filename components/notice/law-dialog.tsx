/** Shows "What the law says here": citation, class, jail, fine, repeat, minors and the rest, with sources and dates. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { LawInFull } from '../../utils/notice/law-view.ts';
import type { Language } from '../../utils/words/languages.ts';
import type { Words } from '../../utils/words/load.ts';
import { otherLanguage } from '../../utils/words/other-language.ts';
import { OtherLanguageNote } from '../controls/other-language-note.tsx';
import { Dialog } from '../dialog.tsx';
import { LawContent } from './law-content.tsx';
import '../style/dialog.css';
import './law-dialog.css';

interface Props {
  view: LawInFull;
  language: Language;
  words: Words<'notice'>;
  helpline: ComponentChildren;
  /** The part to begin with: `prison` or `fine` of the first offense, or a further consequence. */
  at?: string;
  onClose: () => void;
}

export function LawDialog({ view, language, words, helpline, at, onClose }: Props) {
  const content = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const part = at && content.current?.querySelector<HTMLElement>(`[data-part="${at}"]`);
    if (!part) return;
    part.tabIndex = -1;
    part.focus({ preventScroll: true });
    part.scrollIntoView({ block: 'center' });
  }, [at]);
  return (
    <Dialog
      title={words('lawFullIn', { place: view.place })}
      close={words('close')}
      leave={words('leave')}
      helpline={helpline}
      onClose={onClose}
    >
      <OtherLanguageNote
        language={language}
        shown={view.language}
        say={(values) => words('notYet', values)}
      />
      <div ref={content} {...otherLanguage(language, view.language)}>
        <LawContent view={view} />
      </div>
    </Dialog>
  );
}
