/** Shows the outcome of a change in a live region, with a button to undo it if possible. */
import type { Words } from '../../utils/words/load.ts';
import { inTime } from './duration.ts';
import type { SettingsState } from './use-settings.ts';

export function SavedBar({ state, words }: { state: SettingsState; words: Words<'controls'> }) {
  const { said, undo } = state;
  const text = said ? words(said.key, { wait: inTime(said.seconds ?? 0, words) }) : '';
  return (
    <div class="saved-bar" data-said={said?.key ?? 'nothing'}>
      <p role="status">{text}</p>
      {said?.undo && (
        <button type="button" class="button-text" onClick={undo}>
          {words('undo')}
        </button>
      )}
    </div>
  );
}
