/** The section for what the person adds: a reason, a trusted adult, the page to leave to, a count of days. */
import { useEffect, useState } from 'preact/hooks';
import { daysBetween } from '../../utils/settings/days.ts';
import { BLANK_PAGE, REASON_LONGEST, TRUSTED_ADULT_LONGEST } from '../../utils/settings/schema.ts';
import { RadioSet } from '../controls/radio-set.tsx';
import { TextRow } from '../controls/text-row.tsx';
import type { SectionProps } from './options-page.ts';
import { Section } from './section.tsx';

export function Messages({ page }: SectionProps) {
  const { words, controls, choices, state } = page;
  return (
    <Section id="messages" heading={words('messages')}>
      {choices.audience === 'personal' && (
        <TextRow
          id="reason"
          label={words('reason')}
          hint={words('reasonHint')}
          value={choices.reason}
          longest={REASON_LONGEST}
          words={controls}
          onSave={(reason) => state.save({ reason })}
        />
      )}
      {choices.audience === 'family' && (
        <TextRow
          id="trusted-adult"
          label={words('trustedAdult')}
          hint={words('trustedAdultHint')}
          value={choices.trustedAdult}
          longest={TRUSTED_ADULT_LONGEST}
          words={controls}
          onSave={(trustedAdult) => state.save({ trustedAdult })}
        />
      )}
      <LeavePage page={page} />
      {choices.audience === 'personal' && !page.isPrivate && <DaysSince page={page} />}
    </Section>
  );
}

function LeavePage({ page }: SectionProps) {
  const { words, controls, choices, state } = page;
  const address = choices.neutralPage === BLANK_PAGE ? '' : choices.neutralPage;
  /** Chosen, but without an address yet. */
  const [empty, setEmpty] = useState(false);
  const own = empty || address !== '';
  // An undo or an import decides it as well.
  useEffect(() => setEmpty(false), [address]);
  const choose = (value: 'blank' | 'own') => {
    setEmpty(value === 'own');
    return value === 'blank' && address !== '' ? state.save({ neutralPage: BLANK_PAGE }) : null;
  };
  return (
    <>
      <RadioSet
        name="leave"
        legend={words('leavePage')}
        value={own ? 'own' : 'blank'}
        choices={[
          { value: 'blank', label: words('leaveBlank') },
          { value: 'own', label: words('leaveOwn') },
        ]}
        onChoose={choose}
      />
      {own && (
        <TextRow
          id="leave-address"
          type="url"
          label={words('leaveAddress')}
          hint="https://example.org/"
          value={address}
          longest={500}
          words={controls}
          problemOf={(text) =>
            /^https:\/\/./i.test(text) && URL.canParse(text) ? null : words('leaveProblem')
          }
          onSave={(neutralPage) => state.save({ neutralPage })}
        />
      )}
    </>
  );
}

function DaysSince({ page }: SectionProps) {
  const { words, controls, choices, state, tools } = page;
  const { daysSince } = choices;
  const today = tools.today();
  const days = daysSince === null ? null : daysBetween(daysSince, today);
  return (
    <>
      <TextRow
        id="days-since"
        type="date"
        label={words('daysSince')}
        hint={words('daysSinceHint')}
        value={daysSince ?? ''}
        latest={today}
        words={controls}
        problemOf={(day) => (day > today ? words('daysSinceProblem') : null)}
        onSave={(day) => state.save({ daysSince: day === '' ? null : day })}
      />
      {days !== null && (
        <p class="days">
          {days === 0 ? words('daysSinceToday') : words('daysSinceCount', { days })}{' '}
          <button type="button" class="button-text" onClick={() => state.save({ daysSince: null })}>
            {words('daysSinceOff')}
          </button>
        </p>
      )}
    </>
  );
}
