/** Defines what each part of the sign-off sheet gets. */
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
  /** The sheet's own words: in the notice's language, or in the page's if the notice's language has no such words. */
  words: Words<'preview'>;
  /** The language of these words. */
  own: Language;
}

/** @returns the attributes for a part of the sheet that quotes the notice, whose language may differ from the sheet's own. */
export function languageOf({ choice }: Pick<SheetProps, 'choice'>): { lang: Language; dir: 'ltr' | 'rtl' } {
  return { lang: choice.language, dir: directionOf(choice.language) };
}
