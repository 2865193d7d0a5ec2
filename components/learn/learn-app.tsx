/** Keeps the reader's choices on the learn page (language, country), in memory only, and loads the matching data. */
import type { ComponentChild } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { HelpSlot } from '../../utils/learn/help-slot.ts';
import { type LearnContent, loadLearn } from '../../utils/learn/load-learn.ts';
import type { PolicyName } from '../../utils/learn/types.ts';
import { HELP_COUNTRIES } from '../../utils/notice/help-region.ts';
import type { CountryHelp } from '../../utils/notice/help-types.ts';
import { helpView } from '../../utils/notice/help-view.ts';
import { loadHelp } from '../../utils/notice/load-help.ts';
import { setDocumentLanguage } from '../../utils/words/document-language.ts';
import type { Language } from '../../utils/words/languages.ts';
import { LearnPage } from './learn-page.tsx';

interface Props {
  language: Language;
  /** ISO 3166-1, or null if it is not known. */
  country: string | null;
  /** True if the country was not chosen but guessed from the device's settings. */
  guessed: boolean;
  names?: Partial<Record<PolicyName, string>>;
  onExit(): void;
  /** The note above a page that is not in the reader's language. */
  notYet?: ComponentChild;
}

export function LearnApp({ language: first, country: from, guessed, names, onExit, notYet }: Props) {
  const [language, setLanguage] = useState(first);
  const [place, setPlace] = useState({ country: from, guessed });
  const content = useLoaded<LearnContent>(() => loadLearn(language), language);
  const help = useLoaded<CountryHelp>(
    () => loadHelp(place.country, language),
    `${language} ${place.country}`,
  );
  useEffect(() => {
    if (!content) return;
    setDocumentLanguage(document.documentElement, content.language);
    document.title = content.page('page-title');
  }, [content]);
  if (!content) return null;
  const slot: HelpSlot = {
    ...place,
    choices: HELP_COUNTRIES,
    choose: (country) => setPlace({ country, guessed: false }),
    view: (topic) => help && helpView(help, topic),
  };
  return (
    <>
      {language === first && notYet}
      <LearnPage
        content={content}
        help={slot}
        {...(names && { names })}
        onLanguage={setLanguage}
        onExit={onExit}
      />
    </>
  );
}

/** Loads again when `key` changes; keeps the old value until the new one has loaded, and ignores an answer that comes too late. */
function useLoaded<T>(load: () => Promise<T>, key: unknown): T | null {
  const [loaded, setLoaded] = useState<T | null>(null);
  // `load` is a new function at every render; only a new `key` means that it loads something else.
  useEffect(() => {
    let late = false;
    load().then((value) => !late && setLoaded(value));
    return () => {
      late = true;
    };
  }, [key]);
  return loaded;
}
