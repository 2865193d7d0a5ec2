/** The managed keys as a form needs them: field kind, limits and message keys, grouped. */
import { GROUPS, type Group, hintOf, type KeyHint, MANAGED_KEYS, type ManagedKey } from './schema.ts';

export interface FormField extends KeyHint {
  key: ManagedKey;
  /** Keys in `data/words/<language>/policy.json`. */
  titleKey: `${ManagedKey}Title`;
  descriptionKey: `${ManagedKey}Description`;
}

export interface FormGroup {
  group: Group;
  titleKey: `${Group}Group`;
  fields: FormField[];
}

/** @returns every key once, in groups, in the order of the documentation. */
export function formModel(): FormGroup[] {
  const fields = MANAGED_KEYS.map(
    (key): FormField => ({
      ...hintOf(key),
      key,
      titleKey: `${key}Title`,
      descriptionKey: `${key}Description`,
    }),
  );
  return GROUPS.map((group) => ({
    group,
    titleKey: `${group}Group`,
    fields: fields.filter((field) => field.group === group),
  }));
}
