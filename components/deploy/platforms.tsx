/** Lets an administrator choose the browsers and devices that get files, and the language of the notes. */
import { browserName, KIT_BROWSERS, KIT_PLATFORMS, type KitBrowser } from '../../utils/deploy/browsers.ts';
import { fieldId } from '../../utils/deploy/kit-fields.ts';
import { ownNames } from '../../utils/notice/language-names.ts';
import { LANGUAGES } from '../../utils/words/languages.ts';
import type { SurfaceKey } from '../../utils/words/surfaces.ts';
import { CheckRow } from '../controls/check-row.tsx';
import type { PartProps } from './deploy-page.ts';
import { Field, Problems } from './field.tsx';

export function Platforms({ page }: PartProps) {
  const { draft, change, words } = page;
  return (
    <>
      <Several
        page={page}
        field="browsers"
        known={KIT_BROWSERS}
        chosen={draft.browsers}
        label={(one) => browserName(one as KitBrowser)}
        onChoose={(browsers) => change(() => ({ browsers }))}
      />
      <Several
        page={page}
        field="platforms"
        known={KIT_PLATFORMS}
        chosen={draft.platforms}
        label={(one) => words(`platform-${one}` as SurfaceKey<'deploy-page'>)}
        hint={(one) => words(`platform-${one}-hint` as SurfaceKey<'deploy-page'>)}
        onChoose={(platforms) => change(() => ({ platforms }))}
      />
      <Field field="language" label={words('language')} problems={page.problemsOf('language')}>
        {(control) => (
          <select
            {...control}
            value={draft.language}
            onChange={({ currentTarget: { value } }) => change(() => ({ language: value }))}
          >
            {[...LANGUAGES, ...(LANGUAGES.some((one) => one === draft.language) ? [] : [draft.language])].map(
              (one) => (
                <option key={one} value={one}>
                  {ownNames([one])[0] ?? one}
                </option>
              ),
            )}
          </select>
        )}
      </Field>
    </>
  );
}

interface SeveralProps extends PartProps {
  field: 'browsers' | 'platforms';
  known: readonly string[];
  chosen: readonly string[];
  label: (one: string) => string;
  hint?: (one: string) => string;
  onChoose: (chosen: string[]) => void;
}

/** Checkboxes for the known names, and after them for unknown ones from a file, so that those can be removed. */
function Several({ page, field, known, chosen, label, hint, onChoose }: SeveralProps) {
  const all = [...known, ...chosen.filter((one) => !known.includes(one))];
  const id = fieldId(field);
  return (
    <fieldset class="choices compact" id={id} tabIndex={-1} aria-describedby={`${id}-problems`}>
      <legend>{page.words(field)}</legend>
      {all.map((one) => (
        <CheckRow
          key={one}
          id={`${id}-${one}`}
          label={known.includes(one) ? label(one) : one}
          {...(hint && known.includes(one) && { hint: hint(one) })}
          checked={chosen.includes(one)}
          onToggle={(on) => onChoose(all.filter((other) => (other === one ? on : chosen.includes(other))))}
        />
      ))}
      <Problems field={field} problems={page.problemsOf(field)} />
    </fieldset>
  );
}
