/** Shows "Why am I seeing this?": installer, reason, date of the list, sources, what is not recorded, and how to report a mistake. */
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
  /** Whether a rule for searches led here; what the worker knows about the search, if anything, is in the context. */
  ofSearch: boolean;
  /** What the notice says, with its sources. */
  content: NoticeContent;
  language: Language;
  effective: EffectiveConfig;
  words: Words<'notice'>;
  /** Called when the reader says that the page is covered by mistake. */
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

/** @returns the sources of every message on the notice, each once. */
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
      // If the browser refuses, one key or a long press copies the selected text.
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
  // A brand matches with any suffix, so this address may not be the listed site itself.
  if (match.kind === 'brand') return words('whyBrand', { entry });
  return words(match.kind === 'wrapper' ? 'whyWrapped' : 'whyListed', { entry });
}

/** Makes the text of a report. It leaves out the words of a search: only the reader may decide to write those down. */
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
