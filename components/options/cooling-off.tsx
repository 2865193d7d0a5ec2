/** The cooling-off ("a promise to yourself"): how long a loosening waits, and which changes are waiting now. */
import { inTime } from '../controls/duration.ts';
import { useDraft } from '../controls/use-draft.ts';
import type { OptionsPage, SectionProps } from './options-page.ts';
import { Section } from './section.tsx';

/** The hours to choose from; another number that was imported is shown as well. */
const HOURS = [0, 1, 6, 24, 48, 72, 168] as const;

export function CoolingOff({ page }: SectionProps) {
  const { words, choices, state } = page;
  const inForce = choices.promiseHours;
  const hours = [...new Set<number>([...HOURS, inForce])].sort((a, b) => a - b);
  // A choice in the list has no effect until it is saved: arrow keys pass through every value.
  const { value: wanted, write: setWanted, send } = useDraft(inForce);
  const submit = (event: Event) => {
    event.preventDefault();
    send(wanted, state.save({ promiseHours: wanted }));
  };
  const binding = Math.max(wanted, inForce);
  return (
    <Section id="promise" heading={words('promise')}>
      <p>{words('promiseHint')}</p>
      <form class="fields" onSubmit={submit}>
        <label for="promise-wait">{words('promiseWait')}</label>
        <select
          id="promise-wait"
          value={String(wanted)}
          aria-describedby="promise-binds"
          onChange={(event) => setWanted(Number(event.currentTarget.value))}
        >
          {hours.map((hour) => (
            <option key={hour} value={String(hour)}>
              {nameOf(hour, words)}
            </option>
          ))}
        </select>
        <p id="promise-binds" role="status">
          {binding > 0 &&
            words(wanted > inForce ? 'promiseBinds' : 'promiseBound', { wait: nameOf(binding, words) })}
        </p>
        <button type="submit" class="button" disabled={wanted === inForce}>
          {words(wanted === 0 && inForce > 0 ? 'promiseEnd' : 'promiseMake')}
        </button>
      </form>
      <p class="hint">{words('promiseCancel')}</p>
      <p class="hint">
        {words('promiseLimit')} {words('promiseSleep')}
      </p>
    </Section>
  );
}

/** Shows the changes that wait, above everything else, each with a button to cancel it. */
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
