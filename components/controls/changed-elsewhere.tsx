/** Says that a field was changed elsewhere while the person wrote in it, and lets them see, take over or reject that change. */
import type { Words } from '../../utils/words/load.ts';
import type { Draft } from './use-draft.ts';

interface Props {
  draft: Pick<Draft<string>, 'elsewhere' | 'takeOver' | 'keepMine'>;
  words: Words<'controls'>;
}

export function ChangedElsewhere({ draft: { elsewhere, takeOver, keepMine }, words }: Props) {
  return (
    // In the document before its text, so that a screen reader announces the text.
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
