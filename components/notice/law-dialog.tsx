/** "What the law says here": citation, class, jail, fine, repeat, minors and the rest, with sources and dates. */
import type { ComponentChildren } from 'preact';
import type { LawInFull } from '../../utils/notice/law-view.ts';
import type { Words } from '../../utils/words/load.ts';
import { Dialog } from '../dialog.tsx';
import { LawContent } from './law-content.tsx';
import '../style/dialog.css';
import './law-dialog.css';

interface Props {
  view: LawInFull;
  words: Words<'notice'>;
  helpline: ComponentChildren;
  onClose: () => void;
}

export function LawDialog({ view, words, helpline, onClose }: Props) {
  return (
    <Dialog
      title={`${view.title}: ${view.place}`}
      close={words('close')}
      leave={words('leave')}
      helpline={helpline}
      onClose={onClose}
    >
      <LawContent view={view} />
    </Dialog>
  );
}
