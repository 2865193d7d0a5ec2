/** Which parts of the list count, and what else is recognised. */
import { Fragment } from 'preact';
import { TIERS, type Tier } from '../../utils/pattern/types.ts';
import { lockedTiers } from '../../utils/settings/layer.ts';
import { CheckRow } from '../controls/check-row.tsx';
import { ManagedNote } from '../controls/managed-note.tsx';
import { isManaged, type SectionProps } from './options-page.ts';
import { Section } from './section.tsx';

export function ListParts({ page }: SectionProps) {
  const { words, controls, choices, state, view } = page;
  const note = <ManagedNote effective={view.effective} words={controls} />;
  // Where the policy is silent, some are on whatever the person chooses.
  const locked = lockedTiers(view.effective);
  const lastLocked = TIERS.findLast((tier) => locked.includes(tier));
  const toggle = (tier: Tier, on: boolean) =>
    state.save({ tiers: TIERS.filter((one) => (one === tier ? on : choices.tiers.includes(one))) });
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
        <CheckRow
          id="names"
          label={words('names')}
          hint={words('names-hint')}
          checked={choices.recognizeNames}
          disabled={isManaged(page, 'recognizeNames')}
          onToggle={(recognizeNames) => state.save({ recognizeNames })}
        />
        {isManaged(page, 'recognizeNames') && note}
        <CheckRow
          id="wrappers"
          label={words('wrappers')}
          hint={words('wrappers-hint')}
          checked={choices.recognizeWrappers}
          disabled={isManaged(page, 'recognizeWrappers')}
          onToggle={(recognizeWrappers) => state.save({ recognizeWrappers })}
        />
        {isManaged(page, 'recognizeWrappers') && note}
        <CheckRow
          id="searches"
          label={words('searches')}
          hint={words('searches-hint')}
          checked={choices.recognizeSearches}
          disabled={isManaged(page, 'recognizeSearches')}
          onToggle={(recognizeSearches) => state.save({ recognizeSearches })}
        />
        {isManaged(page, 'recognizeSearches') && note}
      </fieldset>
    </Section>
  );
}
