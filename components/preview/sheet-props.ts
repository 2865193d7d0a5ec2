/** What each part of the sign-off sheet is given. */
import type { ConfigSnapshot } from '../../utils/policy/config-snapshot.ts';
import type { PreviewChoice } from '../../utils/preview/preview-choice.ts';
import type { SignOff } from '../../utils/preview/sign-off.ts';
import { directionOf } from '../../utils/words/document-language.ts';
import type { Language } from '../../utils/words/languages.ts';
import type { Words } from '../../utils/words/load.ts';

export interface SheetProps {
  sheet: SignOff;
  snapshot: ConfigSnapshot;
  choice: PreviewChoice;
  version: string;
  /** The sheet's own words: in the notice's language, or in the page's where that one has no such words. */
  words: Words<'preview'>;
  /** The language of these. */
  own: Language;
}

/** @returns what a part of the sheet carries that is in the notice's words, which may be of another language than the sheet's own. */
export function languageOf({ choice }: Pick<SheetProps, 'choice'>): { lang: Language; dir: 'ltr' | 'rtl' } {
  return { lang: choice.language, dir: directionOf(choice.language) };
}
