/** Tests that the schema file uses only what Chromium accepts, and that each key has a valid example and its words in the form. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { formModel } from '../../../utils/policy/form-model.ts';
import { managedSchema } from '../../../utils/policy/managed-schema.ts';
import { hintOf, MANAGED_KEYS, managedPolicy } from '../../../utils/policy/schema.ts';
import { validatePolicy } from '../../../utils/policy/validate.ts';

const texts = JSON.parse(readFileSync('data/words/en/policy.json', 'utf8')) as Record<string, string>;

/** Checks for what Chromium 156 was seen to accept. Anything else prevents the extension from loading or drops values silently. */
function lint(schema: Record<string, unknown>, place: string): void {
  for (const name of Object.keys(schema)) {
    expect(['type', 'items', 'title', 'description', 'properties'], `${place}.${name}`).toContain(name);
  }
  expect(['object', 'string', 'integer', 'boolean', 'array'], place).toContain(schema.type);
  if (schema.type === 'array') lint(schema.items as Record<string, unknown>, `${place}[]`);
}

test('the schema file states types and words only', () => {
  const schema = managedSchema(texts);
  lint({ ...schema }, 'schema');
  for (const [key, property] of Object.entries(schema.properties)) lint({ ...property }, key);
  expect(Object.keys(schema.properties)).toEqual(MANAGED_KEYS);
  expect(schema.properties.continueDelaySeconds?.type).toBe('integer');
  expect(schema.properties.listTiers?.items).toEqual({ type: 'string' });
});

test('the keys are the ones of the design', () => {
  expect([...MANAGED_KEYS].sort()).toEqual(
    [
      ...[
        'mode',
        'organizationName',
        'organizationLogo',
        'policyStatement',
        'policyUrl',
        'contactText',
        'assistanceName',
      ],
      ...['assistancePhone', 'assistanceUrl', 'jurisdictions', 'language', 'audience', 'blockedPatterns'],
      ...[
        'allowedPatterns',
        'listTiers',
        'recognizeNames',
        'recognizeWrappers',
        'recognizeSearches',
        'allowUserExemptions',
      ],
      ...['continueDelaySeconds', 'showWelcome', 'campaignName', 'campaignText', 'campaignUrl'],
      ...['campaignFrom', 'campaignUntil'],
    ].sort(),
  );
});

test('every example is valid, and arrives without a warning', () => {
  const examples = Object.fromEntries(MANAGED_KEYS.map((key) => [key, hintOf(key).example]));
  expect(managedPolicy.safeParse(examples).success).toBe(true);
  const validated = validatePolicy(examples);
  expect(validated.issues).toEqual([]);
  expect(Object.keys(validated.policy)).toEqual(MANAGED_KEYS);
});

test('the form has every key once, with words', () => {
  const fields = formModel().flatMap((group) => group.fields);
  expect(fields.map((field) => field.key).sort()).toEqual([...MANAGED_KEYS].sort());
  for (const group of formModel()) expect(texts[group.titleKey]).toBeTruthy();
  for (const field of fields) {
    expect(texts[field.titleKey]).toBeTruthy();
    expect(texts[field.descriptionKey]).toBeTruthy();
  }
});

test('a word that is missing stops the build, and says which', () => {
  const { modeTitle: _, ...without } = texts;
  expect(() => managedSchema(without)).toThrow('data/words/en/policy.json has no "modeTitle"');
});
