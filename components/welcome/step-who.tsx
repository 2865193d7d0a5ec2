/** Step 1: for whom the product is set up. */
import { ManagedNote } from '../controls/managed-note.tsx';
import { RadioSet } from '../controls/radio-set.tsx';
import { AUDIENCE_ICONS } from '../icon/choice-icons.ts';
import type { StepProps } from './welcome-page.ts';

const WHO = ['personal', 'family', 'workplace'] as const;

export function StepWho({ page }: StepProps) {
  const { words, controls, choices, state, view, tools } = page;
  const managed = view.policyKeys.includes('audience');
  return (
    <>
      <RadioSet
        name="who"
        legend={words('who')}
        value={choices.audience}
        choices={WHO.map((value) => ({
          value,
          label: words(`who-${value}`),
          hint: words(`who-${value}-hint`),
          icon: AUDIENCE_ICONS[value],
        }))}
        disabled={managed}
        onChoose={(audience) => state.save({ audience })}
      >
        {managed && <ManagedNote effective={view.effective} words={controls} />}
      </RadioSet>
      {choices.audience === 'workplace' && !view.effective.managed && (
        <div class="aside">
          <p>{words('workplaceNote')}</p>
          <button type="button" class="button" onClick={() => tools.open('/deploy.html')}>
            {words('holdLink')}
          </button>
        </div>
      )}
    </>
  );
}
