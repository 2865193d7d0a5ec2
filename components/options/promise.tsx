/** The promise to oneself: how long a loosening waits, and what waits now. */
import { inTime } from '../controls/duration.ts';
import type { OptionsPage, SectionProps } from './options-page.ts';
import { Section } from './section.tsx';

/** Hours on offer; any other number that was imported is shown as well. */
const HOURS = [0, 1, 6, 24, 48, 72, 168] as const;

export function PromiseToSelf({ page }: SectionProps) {
  const { words, choices, state } = page;
  const hours = [...new Set<number>([...HOURS, choices.promiseHours])].sort((a, b) => a - b);
  return (
    <Section id="promise" heading={words('promise')}>
      <p>{words('promiseHint')}</p>
      <div class="fields">
        <label for="promise-wait">{words('promiseWait')}</label>
        <select
          id="promise-wait"
          value={String(choices.promiseHours)}
          onChange={(event) => state.save({ promiseHours: Number(event.currentTarget.value) })}
        >
          {hours.map((hour) => (
            <option key={hour} value={String(hour)}>
              {nameOf(hour, words)}
            </option>
          ))}
        </select>
      </div>
      <p class="hint">{words('promiseCancel')}</p>
      <p class="hint">
        {words('promiseLimit')} {words('promiseSleep')}
      </p>
    </Section>
  );
}

/** Changes that wait, above everything else, each with its way back. */
export function Waits({ page }: SectionProps) {
  const { words, controls, view, state } = page;
  if (view.waits.length === 0) return null;
  return (
    <Section id="waits" heading={words('waitsHeading')}>
      <p>{words('waitsIntro')}</p>
      <ul class="waits">
        {view.waits.map(({ id, secondsLeft, reasons }) => (
          <li key={id}>
            <p>{reasons.map(({ why }) => controls(`loosens-${why}`)).join(' ')}</p>
            <p>{words('waitsWhen', { wait: inTime(secondsLeft, controls) })}</p>
            <button type="button" class="button" onClick={() => state.cancelWait(id)}>
              {words('waitsCancel')}
            </button>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function nameOf(hours: number, words: OptionsPage['words']): string {
  if (hours === 0) return words('promise-0');
  return hours % 24 === 0 ? words('promiseDays', { days: hours / 24 }) : words('promiseHours', { hours });
}
