/** Tests that each build requests exactly the permissions that docs/permissions.md explains. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { manifest } from '../../../scripts/build/manifest.ts';

interface Granted {
  permissions?: string[];
  optional_permissions?: string[];
  host_permissions?: string[];
  optional_host_permissions?: string[];
}

const text = readFileSync('docs/permissions.md', 'utf8');
const everywhere = [...text.matchAll(/^\| `([^`]+)` \|/gm)].map(([, name]) => name);
const safariOnly = [...(/^Safari also needs (.+)\.$/m.exec(text)?.[1]?.matchAll(/`([^`]+)`/g) ?? [])].map(
  ([, name]) => name,
);

const asked = (one: Granted) => [
  ...(one.permissions ?? []),
  ...(one.optional_permissions ?? []),
  ...(one.host_permissions ?? []),
  ...(one.optional_host_permissions ?? []),
];

for (const browser of ['chrome', 'edge', 'firefox', 'safari']) {
  const documented = [...everywhere, ...(browser === 'safari' ? safariOnly : [])].sort();
  test(`what the ${browser} build requests is what docs/permissions.md says, no more and no less`, () => {
    expect(documented.length).toBeGreaterThan(3);
    expect(asked(manifest(browser) as Granted).sort()).toEqual(documented);
  });

  const file = `.output/${browser}-mv3/manifest.json`;
  describe.skipIf(!existsSync(file))('the build', () => {
    test(`the ${browser} build requests nothing else`, () => {
      expect(asked(JSON.parse(readFileSync(file, 'utf8')) as Granted).sort()).toEqual(documented);
    });
  });
}
