/** The preview page: shows the notice under the settings in force, or under the policy in the address. It asks the worker nothing. */
import { render } from 'preact';
import { OtherLanguageNote } from '../../components/controls/other-language-note.tsx';
import { Preview } from '../../components/preview/preview.tsx';
import { browser } from '../../utils/extension-api.ts';
import { listPlaces } from '../../utils/place/list-places.ts';
import { readConfigSnapshot } from '../../utils/policy/config-snapshot.ts';
import { snapshotOfAddress } from '../../utils/preview/policy-preview.ts';
import { localDay } from '../../utils/settings/days.ts';
import { setDocumentLanguage } from '../../utils/words/document-language.ts';
import { loadWords } from '../../utils/words/load.ts';
import { pickLanguage } from '../../utils/words/pick-language.ts';

async function main(): Promise<void> {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const held = await readConfigSnapshot();
  const ofPolicy = snapshotOfAddress(location.hash, { timeZone, locales: navigator.languages });
  const base = ofPolicy ?? held;
  // The page is in the administrator's language; the notice in it is in its reader's.
  const wished = pickLanguage(held.effective.language.value, navigator.languages);
  const language = pickLanguage(held.effective.language.value, navigator.languages, 'full');
  const [words, controls, wishedControls, places] = await Promise.all([
    loadWords('preview', language),
    loadWords('controls', language),
    loadWords('controls', wished),
    listPlaces(language),
  ]);
  setDocumentLanguage(document.documentElement, language);
  document.title = words('title');
  render(
    <>
      <OtherLanguageNote
        language={wished}
        shown={language}
        say={(values) => wishedControls('notYet', values)}
      />
      <Preview
        base={base}
        ofPolicy={ofPolicy !== null}
        pageLanguage={language}
        language={pickLanguage(base.effective.language.value, navigator.languages)}
        today={localDay(new Date())}
        version={browser.runtime.getManifest().version}
        places={places}
        words={words}
        controls={controls}
        print={() => window.print()}
      />
    </>,
    document.getElementById('page') as HTMLElement,
  );
}

void main();
