/** Buttons to choose the size of the screen and to go through the showings. */
import type { Words } from '../../utils/words/load.ts';
import { SCREENS, type Screen } from './notice-frame.tsx';

interface Props {
  words: Words<'preview'>;
  screen: Screen;
  /** The number of the showing, counted from 1. */
  number: number;
  onScreen: (screen: Screen) => void;
  onFirst: () => void;
  onNext: () => void;
}

export function ScreenBar({ words, screen, number, onScreen, onFirst, onNext }: Props) {
  return (
    <div class="screen-bar">
      <fieldset class="segments">
        <legend class="visually-hidden">{words('screen')}</legend>
        {(Object.keys(SCREENS) as Screen[]).map((one) => (
          <label key={one}>
            <input type="radio" name="screen" checked={one === screen} onChange={() => onScreen(one)} />
            {words(`screen-${one}`)}
          </label>
        ))}
      </fieldset>
      <div class="actions">
        <button type="button" class="button" onClick={onFirst} disabled={number === 1}>
          {words('first')}
        </button>
        <button type="button" class="button" onClick={onNext}>
          {words('next')}
        </button>
      </div>
      <p class="hint" role="status">
        {words('showing', { number })}
      </p>
    </div>
  );
}
