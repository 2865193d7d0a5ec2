/** The section for the mode, the audience of the notice, and the pause before `Continue anyway`. */
import { MODES } from '../../utils/policy/modes.ts';
import { DELAY_SECONDS } from '../../utils/settings/schema.ts';
import { CheckRow } from '../controls/check-row.tsx';
import { ManagedNote } from '../controls/managed-note.tsx';
import { RadioSet } from '../controls/radio-set.tsx';
import { TextRow } from '../controls/text-row.tsx';
import { AUDIENCE_ICONS, MODE_ICONS } from '../icon/choice-icons.ts';
import { isManaged, type SectionProps } from './options-page.ts';
import { Section } from './section.tsx';

/** The same order as on the welcome page. */
const WHO = ['personal', 'family', 'workplace'] as const;

export function Protection({ page }: SectionProps) {
  const { words, controls, choices, state, view } = page;
  const note = (managed: boolean) => managed && <ManagedNote effective={view.effective} words={controls} />;
  return (
    <Section id="protection" heading={words('protection')}>
      <RadioSet
        name="mode"
        legend={words('mode')}
        value={choices.mode}
        choices={MODES.map((value) => ({
          value,
          label: words(`mode-${value}`),
          hint: words(`mode-${value}-hint`),
          icon: MODE_ICONS[value],
        }))}
        disabled={isManaged(page, 'mode')}
        onChoose={(mode) => state.save({ mode })}
      >
        {note(isManaged(page, 'mode'))}
      </RadioSet>
      <RadioSet
        name="audience"
        legend={words('audience')}
        value={choices.audience}
        choices={WHO.map((value) => ({
          value,
          label: words(`audience-${value}`),
          hint: words(`audience-${value}-hint`),
          icon: AUDIENCE_ICONS[value],
        }))}
        disabled={isManaged(page, 'audience')}
        onChoose={(audience) => state.save({ audience })}
      >
        {note(isManaged(page, 'audience'))}
      </RadioSet>
      {choices.mode === 'educate' && (
        <>
          <TextRow
            id="delay"
            type="number"
            label={words('delay')}
            hint={words('delayHint')}
            value={String(choices.continueDelaySeconds)}
            disabled={isManaged(page, 'continueDelaySeconds')}
            words={controls}
            problemOf={(text) => (isDelay(text) ? null : words('delayProblem'))}
            onSave={(text) => state.save({ continueDelaySeconds: Number(text) })}
          />
          {note(isManaged(page, 'continueDelaySeconds'))}
          <CheckRow
            id="write-line"
            label={words('writeLine')}
            hint={words('writeLineHint')}
            checked={choices.writeLine}
            onToggle={(writeLine) => state.save({ writeLine })}
          />
        </>
      )}
    </Section>
  );
}

function isDelay(text: string): boolean {
  const seconds = Number(text);
  return /^\d+$/.test(text) && seconds >= DELAY_SECONDS.least && seconds <= DELAY_SECONDS.most;
}
