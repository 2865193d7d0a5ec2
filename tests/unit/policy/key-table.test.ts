/** Tests that the table of keys in docs/deploy/configuration.md is that of the schema, and that the pilot's example is valid. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { withKeyTable } from '../../../scripts/policy/key-table.ts';
import { readKitConfig } from '../../../utils/deploy/kit-config.ts';
import { MANAGED_KEYS } from '../../../utils/policy/schema.ts';

const document = readFileSync('docs/deploy/configuration.md', 'utf8');

test('the table in the documentation is the schema’s', () => {
  // If this fails, run: npm run policy -- table
  expect(withKeyTable(document)).toBe(document);
  for (const key of MANAGED_KEYS) expect(document).toContain(`| \`${key}\` |`);
});

test('the pilot’s configuration is a right one, once it is said where the copies come from', () => {
  const json = /```json\n([\s\S]*?)```/.exec(readFileSync('docs/deployment.md', 'utf8'))?.[1] ?? '';
  const chromium = { id: 'a'.repeat(32), updateUrl: 'file:///opt/second-thought/update.xml' };
  expect(readKitConfig({ ...JSON.parse(json), chromium }).problems).toEqual([]);
});
