/** Tests that a site which another list leaves open is not offered for review as one that it blocks. */
import { expect, test } from 'vitest';
import { readForeignNames } from '../../../scripts/list/foreign-names.ts';

test.each([
  ['RPZ', 'open.com CNAME rpz-passthru.'],
  ['RPZ with a time and a comment', '*.open.com 60 IN CNAME rpz-passthru. ; a bank'],
  ['Clash', '  - DOMAIN-SUFFIX,open.com,DIRECT'],
  ['Surge', 'DOMAIN,open.com,DIRECT,no-resolve'],
  ['dnsmasq, asked of another server', 'server=/open.com/192.0.2.1'],
  ['dnsmasq, asked of the usual servers', 'server=/open.com/#'],
  ['unbound', 'local-zone: "open.com" transparent'],
  ['unbound, before other zones', 'local-zone: "open.com." always_transparent'],
  ['adblock', '@@||open.com^'],
])('%s', (_format, line) => {
  const { names, skipped } = readForeignNames(`blocked.com\n${line}\n`);
  expect(names).toEqual(['blocked.com']);
  expect(skipped).toEqual({ 'hides a part of a page, or allows one': 1 });
});
