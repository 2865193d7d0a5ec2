/** The preview page: what is in force here, or the policy in the address. It reads, and asks the worker nothing. */
import { render } from 'preact';
import { speaking } from '../../components/controls/speaking.ts';
import { Preview } from '../../components/preview/preview.tsx';
import { browser } from '../../utils/extension-api.ts';
import { listPlaces } from '../../utils/place/list-places.ts';
import { readPublished } from '../../utils/policy/published.ts';
import { publishedOfAddress } from '../../utils/preview/policy-preview.ts';
import { localDay } from '../../utils/settings/days.ts';
import { loadWords } from '../../utils/words/load.ts';
import { speak } from '../../utils/words/speak.ts';

const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
const held = await readPublished();
const ofPolicy = publishedOfAddress(location.hash, { timeZone, locales: navigator.languages });
const base = ofPolicy ?? held;
// The page speaks to whoever sets things up; the notice in it speaks to its readers.
const language = speaking(held.effective.language.value, navigator.languages);
const [words, controls, places] = await Promise.all([
  loadWords('preview', language),
  loadWords('controls', language),
  listPlaces(language),
]);
speak(document.documentElement, language);
document.title = words('title');
render(
  <Preview
    base={base}
    ofPolicy={ofPolicy !== null}
    language={speaking(base.effective.language.value, navigator.languages)}
    today={localDay(new Date())}
    version={browser.runtime.getManifest().version}
    places={places}
    words={words}
    controls={controls}
    print={() => window.print()}
  />,
  document.getElementById('page') as HTMLElement,
);
