/** Opens the notice's dialogs; each is loaded only when the reader opens it. */
import { render } from 'preact';
import { loadHelp } from '../../utils/notice/load-help.ts';
import { loadLaw, loadLawAbroad, type PlaceLaw } from '../../utils/notice/load-law.ts';
import { helplineCountry } from '../../utils/place/place.ts';
import { placeName } from '../../utils/place/place-name.ts';
import type { ConfigSnapshot } from '../../utils/policy/config-snapshot.ts';
import type { Language } from '../../utils/words/languages.ts';
import { loadWords, type Words } from '../../utils/words/load.ts';
import { LinkedText } from '../contact/linked-text.tsx';

interface Tools {
  snapshot: ConfigSnapshot;
  placeLaw: PlaceLaw;
  language: Language;
  today: string;
  words: Words<'notice'>;
  copy: (text: string) => Promise<void>;
  /** The element that dialogs are rendered into. */
  slot: HTMLElement;
  /** Called when the reader chooses their place; empty: not chosen. @returns false if the place could not be saved. */
  onPlace: (country: string, region: string) => Promise<boolean>;
}

/** Each function opens one dialog. */
export interface Dialogs {
  help: () => Promise<void>;
  /** `at` is the part of the law to begin with, as a cell names it. */
  law: (at?: string) => Promise<void>;
  place: () => Promise<void>;
}

/** @returns the functions that open the dialogs. */
export function createDialogs(tools: Tools): Dialogs {
  const { snapshot, placeLaw, language, today, words, copy, slot, onPlace } = tools;
  const { place, effective } = snapshot;
  const close = () => render(null, slot);
  /** The notice contains the helpline's row in every language; this is a copy of the visible one, with its links. */
  const helpline = () => {
    const row = [...slot.ownerDocument.querySelectorAll('.notice-main-helpline [data-helpline] > span')].find(
      (one) => one.checkVisibility(),
    );
    const links = [...(row?.querySelectorAll('a') ?? [])].map((link) => ({
      // Only whether it opens a web page matters here. `keep-page.ts` gives calls another target.
      kind: link.target === '_blank' ? ('web' as const) : ('call' as const),
      number: link.textContent,
      address: link.href,
      name: link.ariaLabel ?? link.textContent,
    }));
    return row ? <LinkedText said={row.textContent} links={links} /> : null;
  };
  return {
    help: async () => {
      const [{ HelpDialog }, help, helpWords, contact] = await Promise.all([
        import('./help-dialog.tsx'),
        loadHelp(helplineCountry(place), language),
        loadWords('help', language),
        loadWords('contact', language),
      ]);
      render(
        <HelpDialog
          help={help}
          language={language}
          audience={effective.audience.value}
          managed={effective.managed}
          placeName={placeName({ ...place, country: helplineCountry(place), region: null }, language)}
          leave={words('leave')}
          words={helpWords}
          contact={contact}
          copy={copy}
          onClose={close}
        />,
        slot,
      );
    },
    law: async (at) => {
      if (!placeLaw.law) return;
      // The law in full is in one language: that of its entry.
      const spoken = placeLaw.law.language;
      const [{ LawDialog }, { lawInFull }, lawWords, abroad, federal] = await Promise.all([
        import('./law-dialog.tsx'),
        import('../../utils/notice/law-view.ts'),
        loadWords('law', spoken),
        loadLawAbroad(place.country, spoken),
        placeLaw.federal && loadLaw('US', spoken),
      ]);
      const view = lawInFull(placeLaw.law, federal, {
        language: spoken,
        today,
        words: lawWords,
        abroad,
      });
      if (!view) return;
      render(
        <LawDialog
          view={view}
          language={language}
          {...(at !== undefined && { at })}
          words={words}
          helpline={helpline()}
          onClose={close}
        />,
        slot,
      );
    },
    place: async () => {
      const [{ PlaceDialog }, places, controls] = await Promise.all([
        import('./place-dialog.tsx'),
        import('../../utils/place/list-places.ts').then(async ({ listPlaces, onlyOffered }) => {
          const all = await listPlaces(language);
          return place.offered ? onlyOffered(all, place.offered) : all;
        }),
        loadWords('controls', language),
      ]);
      render(
        <PlaceDialog
          places={places}
          country={place.country}
          region={place.region}
          words={words}
          controls={controls}
          helpline={helpline()}
          onChoose={onPlace}
          onClose={close}
        />,
        slot,
      );
    },
  };
}
