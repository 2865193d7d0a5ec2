/** A labeled field with its hint and the problems of its value, both linked to the control. */
import type { ComponentChildren } from 'preact';
import { fieldId } from '../../utils/deploy/kit-fields.ts';
import type { FieldProblems } from './deploy-page.ts';

/** The attributes that a control needs to be found and described. */
export interface ControlProps {
  id: string;
  'aria-describedby': string;
  'aria-invalid': boolean;
}

interface Props {
  /** Its place in the configuration, such as `policy.mode`. */
  field: string;
  label: string;
  hint?: ComponentChildren;
  problems: FieldProblems;
  children: (control: ControlProps) => ComponentChildren;
}

export function Field({ field, label, hint, problems, children }: Props) {
  const id = fieldId(field);
  return (
    <div class="fields">
      <label for={id}>{label}</label>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children({
        id,
        'aria-describedby': hint ? `${id}-hint ${id}-problems` : `${id}-problems`,
        'aria-invalid': problems.errors.length > 0,
      })}
      <Problems field={field} problems={problems} />
    </div>
  );
}

/** Lists a field's problems. It stays in the document when empty, so that `aria-describedby` can refer to it. */
export function Problems({ field, problems }: { field: string; problems: FieldProblems }) {
  return (
    <div id={`${fieldId(field)}-problems`} class="field-problems">
      {problems.errors.map((text) => (
        <p class="problem" key={text}>
          {text}
        </p>
      ))}
      {problems.warnings.map((text) => (
        <p class="know" key={text}>
          {text}
        </p>
      ))}
    </div>
  );
}
