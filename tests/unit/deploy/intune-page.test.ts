/** Tests that the texts in docs/deploy/intune.md that an administrator pastes fit the kit's templates and the browsers' formats. */
import { readFileSync } from 'node:fs';
import { XMLParser } from 'fast-xml-parser';
import { expect, test } from 'vitest';
import { hintOf, type ManagedKey } from '../../../utils/policy/schema.ts';
import { configOf, kitOf, workplace } from './kit-fixture.ts';

const page = readFileSync('docs/deploy/intune.md', 'utf8');
const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '', htmlEntities: true });
const template = kitOf(configOf(workplace)).get('windows/admx/second-thought-edge.admx')?.text ?? '';

/** What Windows puts between the number and the text of each entry of a list. */
const BETWEEN = '\uf000';

interface Setting {
  address: string;
  id: string;
  value: string;
}

/** Each value on the page with the address in front of it. */
const settings: Setting[] = [
  ...page.matchAll(/`([^\s`]+\/\w+)`[^`]*(?:`&#xF000;`[^`]*)?```xml\n([\s\S]*?)```/g),
].map(([, address = '', xml = '']) => {
  const read = parser.parse(`<all>${xml}</all>`) as {
    all: { enabled: unknown; data: { id: string; value: string } };
  };
  expect(read.all).toHaveProperty('enabled');
  return { address, ...read.all.data };
});
const valueAt = (end: string) => settings.filter(({ address }) => address.endsWith(end));

test('each address has its value, for both browsers and for our own keys', () => {
  expect(settings.map(({ address }) => address)).toEqual([
    './Device/Vendor/MSFT/Policy/Config/Edge~Policy~microsoft_edge~Extensions/ExtensionSettings',
    './Device/Vendor/MSFT/Policy/Config/Chrome~Policy~googlechrome~Extensions/ExtensionSettings',
    '…~Extensions/ExtensionInstallForcelist',
    './Device/Vendor/MSFT/Policy/Config/SecondThoughtEdge~Policy~root~firmnessGroup/mode',
    'SecondThoughtEdge~Policy~root~listGroup/allowedPatterns',
  ]);
});

test('the JSON is JSON, and pins the button as each browser calls it', () => {
  const entries = valueAt('/ExtensionSettings').map(({ value }) => JSON.parse(value) as object);
  const forced = { installation_mode: 'force_installed', update_url: 'UPDATE-URL' };
  expect(entries).toEqual([
    { ID: { ...forced, toolbar_state: 'force_shown' } },
    { ID: { ...forced, toolbar_pin: 'force_pinned' } },
  ]);
});

test('lists are numbers and texts in turn', () => {
  const lists = settings
    .filter(({ value }) => value.includes(BETWEEN))
    .map(({ value }) => value.split(BETWEEN));
  expect(lists).toEqual([
    ['7701', 'ID;UPDATE-URL'],
    ['1', '=www.example.com', '2', 'example.org'],
  ]);
});

test('our keys are addressed as the template has them', () => {
  const ours = settings.filter(({ address }) => address.includes('SecondThought'));
  expect(ours.length).toBeGreaterThan(1);
  for (const { address, id } of ours) {
    const [, group, key] = /~root~(\w+)\/(\w+)$/.exec(address) ?? [];
    expect(`${hintOf(key as ManagedKey).group}Group`).toBe(group);
    expect(id).toBe(key);
    expect(template).toMatch(new RegExp(`<category name="${group}"[^>]*>\\s*<parentCategory ref="root"`));
    expect(template).toMatch(new RegExp(`<policy name="${key}"`));
    expect(template).toMatch(new RegExp(`<(?:enum|list) id="${id}"`));
  }
});
