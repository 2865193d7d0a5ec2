/** Says that a field was changed elsewhere while somebody wrote in it, and lets them choose: show, take over, keep theirs. */
import type { Words } from '../../utils/words/load.ts';
import type { Draft } from './use-draft.ts';

interface Props {
  draft: Pick<Draft<string>, 'elsewhere' | 'takeOver' | 'keepMine'>;
  words: Words<'controls'>;
}

export function ChangedElsewhere({ draft: { elsewhere, takeOver, keepMine }, words }: Props) {
  return (
    // There before its text, so that a screen reader says it.
    <div role="alert">
      {elsewhere !== null && (
        <div class="problem">
          <p>{words('changedElsewhere')}</p>
          <details>
            <summary>{words('changedShow')}</summary>
            {elsewhere === '' ? <p>{words('changedEmpty')}</p> : <pre class="changed-text">{elsewhere}</pre>}
          </details>
          <div class="actions">
            <button type="button" class="button" onClick={takeOver}>
              {words('changedTakeOver')}
            </button>
            <button type="button" class="button" onClick={keepMine}>
              {words('changedKeep')}
            </button>
          </div>
        </div>
      )}
    </div>
  );
}
