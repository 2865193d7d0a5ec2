/** The section to set, change and remove the PIN; it says what a PIN can and cannot do. */
import { useState } from 'preact/hooks';
import { NewPin } from '../controls/new-pin.tsx';
import type { SectionProps } from './options-page.ts';
import { Section } from './section.tsx';

export function Pin({ page }: SectionProps) {
  const { words, controls, client, state, view } = page;
  const [changing, setChanging] = useState(false);
  const set = async (newPin: string) => {
    const outcome = await state.run(
      (pin) => client.ask('pin/set', pin === undefined ? { newPin } : { newPin, pin }),
      `set ${newPin}`,
    );
    if (outcome?.is !== 'applied') return false;
    setChanging(false);
    return true;
  };
  const remove = () =>
    state.run((pin) => client.ask('pin/remove', pin === undefined ? {} : { pin }), 'remove');
  return (
    <Section id="pin" heading={words('pin')}>
      <p>{words(view.pinSet ? 'pinOn' : 'pinOff')}</p>
      {view.pinSet && !changing ? (
        <div class="actions">
          <button type="button" class="button" onClick={() => setChanging(true)}>
            {words('pinChange')}
          </button>
          <button type="button" class="button" onClick={remove}>
            {words('pinRemove')}
          </button>
        </div>
      ) : (
        <NewPin words={controls} onSet={set} />
      )}
      <p class="hint">{words('pinTries')}</p>
      <p class="hint">
        {words('pinLost')} {words('pinLimit')}
      </p>
    </Section>
  );
}
