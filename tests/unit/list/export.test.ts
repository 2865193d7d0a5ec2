/** Tests that an exported list covers no site that the extension leaves open. */
import { expect, test } from 'vitest';
import { runList } from '../../../scripts/list/list.ts';
import { readList } from '../../../scripts/list/read.ts';
import { DEFAULT_TIERS } from '../../../utils/pattern/types.ts';

test('adblock leaves open what a brand leaves open, except hosts that are listed themselves', () => {
  const rules = runList(['export', '--format', 'adblock'], '2026-06-01').text.split('\n');
  const { brands, hosts } = readList();
  const listed = hosts.filter(({ tier }) => DEFAULT_TIERS.includes(tier)).map(({ host }) => host);
  const open = brands
    .filter(({ under, section, tier }) => !under && !section && DEFAULT_TIERS.includes(tier))
    .flatMap(({ label, notUnder = [] }) => notUnder.map((suffix) => `${label}.${suffix}`));
  expect(open).toContain('skokka.org');
  for (const host of open) expect(rules.includes(`@@||${host}^`), host).toBe(!listed.includes(host));
});

test('only a format that covers subdomains says so', () => {
  const head = (format: string) => runList(['export', '--format', format], '2026-06-01').text.slice(0, 300);
  expect(head('dnsmasq')).toContain('sites with their subdomains');
  expect(head('hosts')).not.toContain('with their subdomains');
});

test('what every object has is no format, no file of the list and no source', () => {
  const codes = [
    ['export', '--format', 'constructor'],
    ['add', '--in', 'constructor', 'package.json'],
    ['import', 'package.json', '--source', 'constructor'],
  ].map((args) => runList(args, '2026-06-01').code);
  expect(codes).toEqual([2, 2, 2]);
});
