/**
 * Adds the main helpline of the reader's country to a notice's page that was made for any place, in the page's language.
 * A country without its own helplines keeps the worldwide line: the style sheet, made at build time, does not know the country.
 */
import { render } from 'preact';
import { helpRegion } from '../../utils/notice/help-region.ts';
import { loadHelp } from '../../utils/notice/load-help.ts';
import { mainHelpline, mainHelplineLinks } from '../../utils/notice/main-helpline.ts';
import { showMainHelpline } from '../../utils/notice/show-main-helpline.ts';
import { helplineCountry, type Place } from '../../utils/place/place.ts';
import { setDocumentLanguage } from '../../utils/words/document-language.ts';
import type { Language } from '../../utils/words/languages.ts';
import { loadWords } from '../../utils/words/load.ts';
import { LinkedText } from '../contact/linked-text.tsx';

/**
 * Adds the line next to the worldwide one, and shows it.
 *
 * @param root - the root element of the notice, or of its preview. Rejects if a file of the country is missing from the build.
 */
export async function addMainHelpline(root: HTMLElement, place: Place, language: Language): Promise<void> {
  const country = helplineCountry(place);
  if (helpRegion(country) === helpRegion(null)) return;
  const [help, words, contact] = await Promise.all([
    loadHelp(country, language),
    loadWords('main-helpline', language),
    loadWords('contact', language),
  ]);
  const worldwide = root.querySelector<HTMLElement>('[data-helpline="any"]');
  // Another call, for another place or language, may have added its line in the meantime.
  if (!country || !worldwide || showMainHelpline(root, place)) return;
  const { ownerDocument } = root;
  const said = ownerDocument.createElement('span');
  setDocumentLanguage(said, language);
  said.dataset.words = '';
  render(
    <LinkedText said={mainHelpline(help, language, words).line} links={mainHelplineLinks(help, contact)} />,
    said,
  );
  let line = root.querySelector<HTMLElement>(`[data-helpline="${country}"]`);
  if (!line) {
    line = ownerDocument.createElement('p');
    line.dataset.helpline = country;
    worldwide.after(line);
  }
  line.append(said);
  showMainHelpline(root, place);
}
