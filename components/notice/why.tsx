/** "Why am I seeing this?": who installed it, the reason, the list's date, the sources, what is not recorded, and how to report a mistake. */
import { useRef, useState } from 'preact/hooks';
import type { NoticeContext } from '../../utils/notice/context.ts';
import { dateText } from '../../utils/notice/law-amounts.ts';
import type { Citation, NoticeContent } from '../../utils/notice/types.ts';
import type { Match } from '../../utils/pattern/types.ts';
import type { EffectiveConfig } from '../../utils/policy/types.ts';
import { isolated } from '../../utils/words/isolated.ts';
import type { Language } from '../../utils/words/languages.ts';
import type { Words } from '../../utils/words/load.ts';

interface Props {
  context: NoticeContext | null;
  /** A rule for searches led here; what the worker knows of it, if anything, is in the context. */
  ofSearch: boolean;
  /** What the notice says; its sources are here. */
  content: NoticeContent;
  language: Language;
  effective: EffectiveConfig;
  words: Words<'notice'>;
  /** The reader says the address is not what it looks like. */
  onMistake: () => void;
  copy: (text: string) => Promise<void>;
}

export function Why({ context, ofSearch, content, language, effective, words, onMistake, copy }: Props) {
  const [mistake, setMistake] = useState(false);
  const match = context?.match ?? null;
  return (
    <details>
      <summary>{words('why')}</summary>
      <div class="notice-why">
        <p>{installer(effective, words)}</p>
        {isSearch(match, ofSearch) && <p>{words('whySearches')}</p>}
        <p>{reason(match, ofSearch, language, words)}</p>
        {context && <p>{words('whyList', { date: dateText(context.listVersion, language) })}</p>}
        {sources(content).map(({ title, checked }) => (
          <p key={title}>
            {words('source', { title: isolated(title, language), date: dateText(checked, language) })}
          </p>
        ))}
        <p>{words('whyNothing')}</p>
        {mistake && context ? (
          <Report text={reportText(context, ofSearch, words)} words={words} copy={copy} />
        ) : (
          <button
            type="button"
            class="button-text"
            onClick={() => {
              setMistake(true);
              onMistake();
            }}
          >
            {words('whyMistake')}
          </button>
        )}
      </div>
    </details>
  );
}

/** Of every message on the notice, each once. */
function sources({ main, alongside, supporting }: NoticeContent): Citation[] {
  const cited = [main, alongside, supporting].flatMap((message) => message?.citation ?? []);
  return cited.filter(({ title }, index) => cited.findIndex((one) => one.title === title) === index);
}

function Report({ text, words, copy }: { text: string; words: Words<'notice'>; copy: Props['copy'] }) {
  const [copied, setCopied] = useState(false);
  const written = useRef<HTMLTextAreaElement>(null);
  const copyAll = () =>
    copy(text).then(
      () => setCopied(true),
      // Where the browser refuses, one key or a long press copies what is selected.
      () => written.current?.select(),
    );
  return (
    <>
      <p>{words('mistakeIntro')}</p>
      <textarea
        ref={written}
        class="notice-report"
        readOnly
        rows={5}
        value={text}
        aria-label={words('whyMistake')}
      />
      <button type="button" class="button" onClick={copyAll}>
        {words('mistakeCopy')}
      </button>
      <span role="status">{copied ? words('copied') : ''}</span>
    </>
  );
}

function installer(effective: EffectiveConfig, words: Words<'notice'>): string {
  if (!effective.managed) return words('whySelf');
  const organization = effective.organization.name;
  return organization ? words('whyOrganization', { organization }) : words('whyOrganizationUnnamed');
}

function isSearch(match: Match | null, ofSearch: boolean): boolean {
  return match ? match.kind === 'search' : ofSearch;
}

function reason(match: Match | null, ofSearch: boolean, language: Language, words: Words<'notice'>): string {
  if (!match) return words(ofSearch ? 'whySearch' : 'whyUnknown');
  const entry = isolated(match.id, language);
  if (match.kind === 'own') return words(match.by === 'policy' ? 'whyPolicy' : 'whyOwn', { entry });
  if (match.kind === 'name') return words('whyLooks');
  if (match.kind === 'search') return words('whySearch');
  // Any suffix counts for a brand, so this very address need not be the listed site.
  if (match.kind === 'brand') return words('whyBrand', { entry });
  return words(match.kind === 'wrapper' ? 'whyWrapped' : 'whyListed', { entry });
}

/** The words of a search are the reader's own to write down. */
function reportText(
  { match, listVersion }: NoticeContext,
  ofSearch: boolean,
  words: Words<'notice'>,
): string {
  return words(isSearch(match, ofSearch) ? 'mistakeSearch' : 'mistakeText', {
    host: match?.site ?? words('mistakeHost'),
    entry: match?.id ?? '?',
    list: listVersion,
  });
}
