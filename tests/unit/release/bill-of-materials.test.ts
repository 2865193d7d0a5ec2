/** Tests that the bill of materials and the notices name every bundled package, with the same text in each run. */
import { beforeAll, expect, test } from 'vitest';
import { billOfMaterials, npmBom } from '../../../scripts/release/bill-of-materials.ts';
import { fullNotice, readLicensed } from '../../../scripts/release/licenses.ts';

const bundled = ['preact', 'webextension-polyfill', 'wxt', 'zod'].map((name) =>
  readLicensed(`node_modules/${name}`),
);
let lockfile: ReturnType<typeof npmBom>;
beforeAll(() => {
  lockfile = npmBom('.');
}, 120_000);

const product = { name: 'second-thought', version: '9.8.7' };

test('names what is bundled with its digest, the same every time', () => {
  const text = billOfMaterials(lockfile, bundled, product);
  // npm writes these anew in every run.
  const later = structuredClone(lockfile);
  later.serialNumber = 'urn:uuid:00000000-0000-4000-8000-000000000000';
  later.metadata.timestamp = '2031-01-01T00:00:00Z';
  later.metadata.component.name = 'another-folder';
  expect(billOfMaterials(later, bundled, product)).toBe(text);
  const bill = JSON.parse(text) as {
    bomFormat: string;
    serialNumber: string;
    metadata: { component: { name: string; version: string } };
    components: { name: string; version: string; hashes: unknown[]; licenses: unknown[]; scope: string }[];
  };
  expect(bill.bomFormat).toBe('CycloneDX');
  expect(bill.serialNumber).toMatch(
    /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  );
  expect(bill.metadata.component).toMatchObject(product);
  expect(bill.components.map(({ name, version }) => [name, version])).toEqual(
    bundled.map(({ name, version }) => [name, version]),
  );
  for (const { name, hashes, licenses, scope } of bill.components) {
    expect([hashes.length, licenses.length, scope], name).toEqual([1, 1, 'required']);
  }
  expect(text).not.toMatch(/timestamp|registry|\/\/[\w.]*npm/);
});

test('a package that the lockfile does not have stops the release', () => {
  const [first] = bundled;
  if (!first) throw new Error('nothing is bundled');
  expect(() => billOfMaterials(lockfile, [{ ...first, version: '0.0.1' }], product)).toThrow('0.0.1');
});

test('the notices contain every text in full, and the sources of the list', () => {
  const text = fullNotice(bundled, [{ title: 'A list', date: '2026', licence: 'MIT' }]);
  expect(text).toContain('Mozilla Public License Version 2.0');
  expect(text).toContain('Copyright (c) 2015-present Jason Miller');
  expect(text).toContain('- A list (2026): MIT');
});

test('a package without terms may not be shipped', () => {
  expect(() => readLicensed('node_modules/no-such-package')).toThrow();
});
