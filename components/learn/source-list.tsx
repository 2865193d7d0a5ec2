/** Lists the sources of a section, numbered as in its text. Addresses are not links: opening one would leave a trace in the history. */
import type { LearnSource } from '../../utils/learn/types.ts';
import { dateText } from '../../utils/notice/law-amounts.ts';
import type { Language } from '../../utils/words/languages.ts';
import type { Words } from '../../utils/words/load.ts';

interface Props {
  sources: readonly LearnSource[];
  language: Language;
  page: Words<'learn'>;
}

export function SourceList({ sources, language, page }: Props) {
  const oldest = sources.map((source) => source.checked).sort()[0];
  return (
    <footer class="sources">
      {sources.length > 0 && (
        <>
          <h2>{page('sources')}</h2>
          <ol>
            {sources.map((source) => (
              <li key={source.title}>
                {source.title}. {source.publisher}, {source.year}. <span class="url">{source.url}</span>
                {source.secondHand && ` ${page('source-secondary')}`}
              </li>
            ))}
          </ol>
        </>
      )}
      <p>
        {page('information')} {oldest && page('source-checked', { date: dateText(oldest, language) })}
      </p>
    </footer>
  );
}
