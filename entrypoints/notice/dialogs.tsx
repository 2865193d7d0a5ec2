/** Opens the notice's dialogs; each is loaded only when someone asks for it. */
import { render } from 'preact';
import { loadHelp } from '../../utils/notice/load-help.ts';
import type { PlaceLaw } from '../../utils/notice/load-law.ts';
import { placeName } from '../../utils/place/place-name.ts';
import type { Published } from '../../utils/policy/published.ts';
import type { Language } from '../../utils/policy/types.ts';
import { send } from '../../utils/send.ts';
import { loadWords, type Words } from '../../utils/words/load.ts';
import { slot } from './first-frame.ts';

interface Tools {
  published: Published;
  placeLaw: PlaceLaw;
  language: Language;
  today: string;
  words: Words<'notice'>;
  copy: (text: string) => Promise<void>;
}

/** @returns what opens each dialog. */
export function createDialogs({ published, placeLaw, language, today, words, copy }: Tools) {
  const { place, effective } = published;
  const close = () => render(null, slot('dialog'));
  return {
    help: async () => {
      const [{ HelpDialog }, help, helpWords] = await Promise.all([
        import('../../components/notice/help-dialog.tsx'),
        loadHelp(place.country),
        loadWords('help', language),
      ]);
      render(
        <HelpDialog
          help={help}
          language={language}
          audience={effective.audience.value}
          managed={effective.managed}
          placeName={placeName({ ...place, region: null }, language)}
          leave={words('leave')}
          words={helpWords}
          copy={copy}
          onClose={close}
        />,
        slot('dialog'),
      );
    },
    law: async () => {
      if (!placeLaw.law) return;
      const [{ LawDialog }, { lawInFull }, lawWords] = await Promise.all([
        import('../../components/notice/law-dialog.tsx'),
        import('../../utils/notice/law-view.ts'),
        loadWords('law', language),
      ]);
      const view = lawInFull(placeLaw.law, placeLaw.federal, { language, today, words: lawWords });
      if (!view) return;
      render(
        <LawDialog view={view} sources={lawWords('sources')} words={words} onClose={close} />,
        slot('dialog'),
      );
    },
    place: async () => {
      const [{ PlaceDialog }, { listPlaces }, controls] = await Promise.all([
        import('../../components/notice/place-dialog.tsx'),
        import('../../utils/place/countries.ts'),
        loadWords('controls', language),
      ]);
      const choose = async (country: string, region: string) => {
        await send('notice/place', { country, region });
        location.reload();
      };
      render(
        <PlaceDialog
          places={listPlaces(language)}
          country={place.country}
          region={place.region}
          words={words}
          controls={controls}
          onChoose={(country, region) => void choose(country, region)}
          onClose={close}
        />,
        slot('dialog'),
      );
    },
  };
}
