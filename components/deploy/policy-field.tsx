/** Shows one managed key as a form field that fits its kind. */
import type { FormField } from '../../utils/policy/form-model.ts';
import { CheckRow } from '../controls/check-row.tsx';
import type { PartProps } from './deploy-page.ts';
import { type ControlProps, Field, Problems } from './field.tsx';
import { LogoField } from './logo-field.tsx';
import { PlacesHelp } from './places-help.tsx';

interface Props extends PartProps {
  field: FormField;
}

/** Kinds whose text has one item on each line. */
const LINES = ['patterns', 'places'];

export function PolicyField({ page, field }: Props) {
  const { draft, change, policyWords, words } = page;
  const { key, kind } = field;
  const value = draft.policy[key];
  const set = (text: string) => change(({ policy }) => ({ policy: { ...policy, [key]: text } }));
  if (kind === 'choices') return <Choices page={page} field={field} value={value} onSet={set} />;
  const hint = LINES.includes(kind)
    ? `${policyWords(field.descriptionKey)} ${words('oneEachLine')}`
    : policyWords(field.descriptionKey);
  return (
    <Field
      field={`policy.${key}`}
      label={policyWords(field.titleKey)}
      hint={
        <>
          {hint} <code>{key}</code>
        </>
      }
      problems={page.problemsOf(`policy.${key}`)}
    >
      {(control) => (
        <>
          {kind === 'image' ? (
            <LogoField page={page} value={value} control={control} onSet={set} />
          ) : (
            <Control page={page} field={field} value={value} control={control} onSet={set} />
          )}
          {kind === 'places' && <PlacesHelp page={page} value={value} onSet={set} />}
        </>
      )}
    </Field>
  );
}

interface ControlOf extends Props {
  value: string;
  control: ControlProps;
  onSet: (text: string) => void;
}

/** The HTML type of a text field, by the kind of the key. */
const TYPES = { url: 'url', phone: 'tel', date: 'date' } as const;

function Control({ page, field, value, control, onSet }: ControlOf) {
  const { kind, choices = [], example } = field;
  const input = (event: { currentTarget: { value: string } }) => onSet(event.currentTarget.value);
  if (kind === 'choice' || kind === 'switch') {
    const names = { true: page.words('on'), false: page.words('off') } as Record<string, string>;
    const known = kind === 'switch' ? ['true', 'false'] : choices;
    return (
      <select {...control} value={value} onChange={input}>
        <option value="">{page.words('notSet')}</option>
        {[...known, ...(value === '' || known.includes(value) ? [] : [value])].map((one) => (
          <option key={one} value={one}>
            {names[one] ?? one}
          </option>
        ))}
      </select>
    );
  }
  if (kind === 'paragraph' || LINES.includes(kind)) {
    const prose = kind === 'paragraph';
    const rows = Math.min(12, Math.max(prose ? 4 : 3, value.split('\n').length + 1));
    return (
      <textarea
        {...control}
        class={prose ? 'prose' : undefined}
        rows={rows}
        value={value}
        spellcheck={prose}
        onInput={input}
      />
    );
  }
  // A date field shows nothing if the value is not a date; in a text field it can be seen and corrected.
  const shown = kind === 'date' && value !== '' && !/^\d{4}-\d{2}-\d{2}$/.test(value) ? 'text' : undefined;
  const type = shown ?? TYPES[kind as keyof typeof TYPES] ?? 'text';
  return (
    <input
      {...control}
      type={type as 'text'}
      inputMode={kind === 'seconds' ? 'numeric' : undefined}
      autocomplete="off"
      placeholder={kind === 'date' ? undefined : String(example)}
      value={value}
      onInput={input}
    />
  );
}

interface ChoicesProps extends Props {
  value: string;
  onSet: (text: string) => void;
}

/** Checkboxes for a key with a few choices; none checked means "not set". */
function Choices({ page, field, value, onSet }: ChoicesProps) {
  const { key, choices = [] } = field;
  const chosen = value.split('\n').filter((line) => line !== '');
  const all = [...choices, ...chosen.filter((one) => !choices.includes(one))];
  const toggle = (item: string, on: boolean) =>
    onSet(all.filter((one) => (one === item ? on : chosen.includes(one))).join('\n'));
  const id = `policy-${key}`;
  return (
    <fieldset class="choices compact" id={id} tabIndex={-1} aria-describedby={`${id}-hint ${id}-problems`}>
      <legend>{page.policyWords(field.titleKey)}</legend>
      <p class="hint" id={`${id}-hint`}>
        {page.policyWords(field.descriptionKey)} <code>{key}</code>
      </p>
      {all.map((item) => (
        <CheckRow
          key={item}
          id={`${id}-${item}`}
          label={item}
          checked={chosen.includes(item)}
          onToggle={(on) => toggle(item, on)}
        />
      ))}
      <Problems field={`policy.${key}`} problems={page.problemsOf(`policy.${key}`)} />
    </fieldset>
  );
}
