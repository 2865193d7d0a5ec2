/** Fields for the browser's own policies that keep the extension in place: each is optional and explained with its disadvantage. */

import { RELATED_POLICY_SWITCHES } from '../../utils/deploy/draft.ts';
import { PRIVATE_WINDOWS } from '../../utils/deploy/kit-config.ts';
import { RELATED_POLICIES } from '../../utils/deploy/related-policies.ts';
import { CheckRow } from '../controls/check-row.tsx';
import { RadioSet } from '../controls/radio-set.tsx';
import type { PartProps } from './deploy-page.ts';
import { Field, Problems } from './field.tsx';

export function RelatedPolicyFields({ page }: PartProps) {
  const { draft, change, words, kitWords } = page;
  const switches = RELATED_POLICIES.flatMap((id) => RELATED_POLICY_SWITCHES.find((one) => one === id) ?? []);
  const effect = (id: (typeof RELATED_POLICIES)[number]) =>
    `${kitWords(`${id}Effect`)} ${words('price', { price: kitWords(`${id}Price`) })}`;
  return (
    <>
      <p>{words('companionsHint')}</p>
      <fieldset class="choices">
        <legend class="visually-hidden">{words('companions')}</legend>
        {switches.map((id) => (
          <CheckRow
            key={id}
            id={`companions-${id}`}
            label={kitWords(`${id}Title`)}
            hint={effect(id)}
            checked={draft[id]}
            onToggle={(on) => change(() => ({ [id]: on }))}
          />
        ))}
      </fieldset>
      <div id="companions-privateWindows" tabIndex={-1}>
        <RadioSet
          name="private-windows"
          legend={words('privateWindows')}
          value={draft.privateWindows}
          choices={PRIVATE_WINDOWS.map((value) => ({
            value,
            label: words(`private-${value}`),
            hint: words(`private-${value}-hint`),
          }))}
          onChoose={(privateWindows) => change(() => ({ privateWindows }))}
        >
          <p class="hint">{effect('privateWindows')}</p>
        </RadioSet>
        <Problems field="companions.privateWindows" problems={page.problemsOf('companions.privateWindows')} />
      </div>
      <Field
        field="companions.urlBlocklist"
        label={words('urlBlocklist')}
        hint={`${effect('urlBlocklist')} ${words('urlBlocklistHint')}`}
        problems={page.problemsOf('companions.urlBlocklist')}
      >
        {(control) => (
          <textarea
            {...control}
            rows={3}
            spellcheck={false}
            value={draft.urlBlocklist}
            onInput={({ currentTarget: { value } }) => change(() => ({ urlBlocklist: value }))}
          />
        )}
      </Field>
    </>
  );
}
