/** Step 3: the mode and what belongs to it: a reason and a cooling-off promise for a person, a PIN and a trusted adult for a family. */
import { MODES } from '../../utils/policy/modes.ts';
import { REASON_LONGEST, TRUSTED_ADULT_LONGEST } from '../../utils/settings/schema.ts';
import { CheckRow } from '../controls/check-row.tsx';
import { ManagedNote } from '../controls/managed-note.tsx';
import { NewPin } from '../controls/new-pin.tsx';
import { RadioSet } from '../controls/radio-set.tsx';
import { TextRow } from '../controls/text-row.tsx';
import { MODE_ICONS } from '../icon/choice-icons.ts';
import type { StepProps } from './welcome-page.ts';

const DAY_HOURS = 24;

export function StepFirm({ page }: StepProps) {
  const { words, controls, choices, state, view } = page;
  const managed = view.policyKeys.includes('mode');
  return (
    <>
      <RadioSet
        name="firm"
        legend={words('firm')}
        value={choices.mode}
        choices={MODES.map((value) => ({
          value,
          label: words(`firm-${value}`),
          hint: words(`firm-${value}-hint`),
          icon: MODE_ICONS[value],
        }))}
        disabled={managed}
        onChoose={(mode) => state.save({ mode })}
      >
        {managed && <ManagedNote effective={view.effective} words={controls} />}
      </RadioSet>
      <CheckRow
        id="searches"
        label={words(choices.audience === 'personal' ? 'searches' : 'searchesOthers')}
        hint={words('searchesHint')}
        checked={choices.recognizeSearches}
        disabled={view.policyKeys.includes('recognizeSearches')}
        onToggle={(recognizeSearches) => state.save({ recognizeSearches })}
      />
      {choices.audience === 'personal' && <ForMe page={page} />}
      {choices.audience === 'family' && <ForFamily page={page} />}
    </>
  );
}

function ForMe({ page }: StepProps) {
  const { words, controls, choices, state } = page;
  return (
    <>
      <TextRow
        id="reason"
        label={words('reason')}
        hint={words('reasonHint')}
        value={choices.reason}
        longest={REASON_LONGEST}
        words={controls}
        onSave={(reason) => state.save({ reason })}
      />
      <CheckRow
        id="promise"
        label={words('promise')}
        hint={words('promiseHint')}
        checked={choices.promiseHours > 0}
        onToggle={(on) => state.save({ promiseHours: on ? DAY_HOURS : 0 })}
      />
    </>
  );
}

function ForFamily({ page }: StepProps) {
  const { words, controls, choices, state, view, client } = page;
  const setPin = async (newPin: string) => {
    const outcome = await state.run(
      (pin) => client.ask('pin/set', pin === undefined ? { newPin } : { newPin, pin }),
      `set ${newPin}`,
    );
    return outcome?.is === 'applied';
  };
  return (
    <>
      <TextRow
        id="trusted-adult"
        label={words('familyAdult')}
        hint={words('familyAdultHint')}
        value={choices.trustedAdult}
        longest={TRUSTED_ADULT_LONGEST}
        words={controls}
        onSave={(trustedAdult) => state.save({ trustedAdult })}
      />
      <h2>{words('familyPin')}</h2>
      {view.pinSet ? (
        <p class="fine">{words('familyPinDone')}</p>
      ) : (
        <>
          <p>{words('familyPinHint')}</p>
          <NewPin words={controls} onSet={setPin} onTyping={page.onPinTyping} />
        </>
      )}
      <div class="aside">
        <p>{words('familySee')}</p>
        <p>{words('familyTalk')}</p>
      </div>
    </>
  );
}
