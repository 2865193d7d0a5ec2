/** Starts the learn page in the reader's language, with the helplines of their place and the names an employer set. */
import { render } from 'preact';
import { keepPageOnCalls } from '../../components/contact/keep-page.ts';
import { OtherLanguageNote } from '../../components/controls/other-language-note.tsx';
import { LearnApp } from '../../components/learn/learn-app.tsx';
import { leave, leaveOnEscape } from '../../utils/learn/exit.ts';
import { policyNames } from '../../utils/learn/policy-names.ts';
import { guessCountry } from '../../utils/place/guess-country.ts';
import { readConfigSnapshot } from '../../utils/policy/config-snapshot.ts';
import { loadWords } from '../../utils/words/load.ts';
import { pickLanguage } from '../../utils/words/pick-language.ts';

async function main(): Promise<void> {
  keepPageOnCalls(document);
  const { effective, place, neutralPage } = await readConfigSnapshot();
  const exit = () => leave(neutralPage);
  leaveOnEscape(exit);
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const guess = guessCountry({ timeZone, locales: navigator.languages });
  const wished = pickLanguage(effective.language.value, navigator.languages);
  const language = pickLanguage(effective.language.value, navigator.languages, 'full');
  const controls = await loadWords('controls', wished);
  const root = document.getElementById('page');
  if (!root) throw new Error('The learn page has no place to be shown in');
  render(
    <LearnApp
      language={language}
      notYet={
        <OtherLanguageNote language={wished} shown={language} say={(values) => controls('notYet', values)} />
      }
      country={place.country ?? guess}
      guessed={place.country === null || place.from === 'guess'}
      names={policyNames(effective.organization)}
      onExit={exit}
    />,
    root,
  );
}

void main();
