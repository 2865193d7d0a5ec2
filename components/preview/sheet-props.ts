/** What each part of the sign-off sheet is given. */
import type { ConfigSnapshot } from '../../utils/policy/config-snapshot.ts';
import type { PreviewChoice } from '../../utils/preview/preview-choice.ts';
import type { SignOff } from '../../utils/preview/sign-off.ts';
import type { Words } from '../../utils/words/load.ts';

export interface SheetProps {
  sheet: SignOff;
  snapshot: ConfigSnapshot;
  choice: PreviewChoice;
  version: string;
  /** In the language of the sheet. */
  words: Words<'preview'>;
}
