/** The sources of a section, numbered as in its text. Addresses are text: opening one would show in the history. */
import { sourceById } from '../../utils/learn/sources.ts';
import type { SourceId } from '../../utils/learn/types.ts';
import type { Words } from '../../utils/words/load.ts';

export function SourceList({ ids, page }: { ids: readonly SourceId[]; page: Words<'learn'> }) {
  const sources = ids.map(sourceById);
  const newest = sources.map((source) => source.checked).sort()[0];
  return (
    <footer class="sources">
      {sources.length > 0 && (
        <>
          <h2>{page('sources')}</h2>
          <ol>
            {sources.map((source) => (
              <li key={source.url}>
                {source.title}. {source.publisher}, {source.year}. <span class="url">{source.url}</span>
                {source.secondHand && ` ${page('source-secondary')}`}
              </li>
            ))}
          </ol>
        </>
      )}
      <p>
        {page('information')} {newest && page('source-checked', { date: newest })}
      </p>
    </footer>
  );
}
