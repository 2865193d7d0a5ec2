/** The section to choose which parts of the list apply, and what else is recognized. */
import { Fragment } from 'preact';
import { TIERS, type Tier } from '../../utils/pattern/types.ts';
import { RECOGNITION_KEYS, SETTINGS } from '../../utils/policy/setting-descriptions.ts';
import { displayedChoices } from '../../utils/settings/displayed-choices.ts';
import { lockedTiers } from '../../utils/settings/layer.ts';
import { CheckRow } from '../controls/check-row.tsx';
import { ManagedNote } from '../controls/managed-note.tsx';
import { isManaged, type SectionProps } from './options-page.ts';
import { Section } from './section.tsx';

export function ListParts({ page }: SectionProps) {
  const { words, controls, choices, state, view } = page;
  const note = <ManagedNote effective={view.effective} words={controls} />;
  // On a managed installation some tiers stay on whatever the person chooses, even if the policy does not set them.
  const locked = lockedTiers(view.effective);
  const lastLocked = TIERS.findLast((tier) => locked.includes(tier));
  const toggle = (tier: Tier, on: boolean) =>
    state.save((now) => {
      const { tiers } = displayedChoices(now);
      return { tiers: TIERS.filter((one) => (one === tier ? on : tiers.includes(one))) };
    });
  return (
    <Section id="list" heading={words('list')}>
      <fieldset class="choices" disabled={isManaged(page, 'tiers')}>
        <legend>{words('tiers')}</legend>
        {isManaged(page, 'tiers') && note}
        {TIERS.map((tier) => (
          <Fragment key={tier}>
            <CheckRow
              id={`tier-${tier}`}
              label={words(`tier-${tier}`)}
              hint={words(`tier-${tier}-hint`)}
              checked={choices.tiers.includes(tier)}
              disabled={locked.includes(tier)}
              onToggle={(on) => toggle(tier, on)}
            />
            {tier === lastLocked && !isManaged(page, 'tiers') && note}
          </Fragment>
        ))}
      </fieldset>
      <fieldset class="choices">
        <legend>{words('recognition')}</legend>
        {RECOGNITION_KEYS.map((key) => {
          const { name } = SETTINGS[key];
          return (
            <Fragment key={key}>
              <CheckRow
                id={name}
                label={words(name)}
                hint={words(`${name}-hint`)}
                checked={choices[key]}
                disabled={isManaged(page, key)}
                onToggle={(on) => state.save({ [key]: on })}
              />
              {isManaged(page, key) && note}
            </Fragment>
          );
        })}
      </fieldset>
    </Section>
  );
}
