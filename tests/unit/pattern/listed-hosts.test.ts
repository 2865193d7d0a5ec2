/** Tests that a host is found in the list's text only as a whole line, and that Firefox takes each host of a rule. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { includesHost, requestDomains } from '../../../utils/pattern/listed-hosts.ts';

const name = fc.stringMatching(/^[a-z0-9-]{1,6}\.[a-z]{2}$/);

test('a host is found in its lines, and nothing else is', () => {
  fc.assert(
    fc.property(fc.array(name, { maxLength: 40 }), name, (hosts, other) => {
      const text = `\n${[...new Set(hosts)]
        .sort()
        .map((host) => `${host}\n`)
        .join('')}`;
      for (const host of hosts) expect(includesHost(text, host)).toBe(true);
      expect(includesHost(text, other)).toBe(hosts.includes(other));
      // Finds neither a part of a line nor the empty line before the first.
      expect(includesHost(text, '')).toBe(false);
      for (const host of hosts) expect(includesHost(text, host.slice(1))).toBe(hosts.includes(host.slice(1)));
    }),
    { numRuns: 2_000 },
  );
  expect(includesHost('\n', 'a.test')).toBe(false);
  expect(includesHost('\na.test\nb.test\n', 'b.test')).toBe(true);
});

test('no host spoils its rule in Firefox, which refuses the whole rule for one that it would write otherwise', () => {
  const hosts = ['a.example', '192.0.2.7', '[2001:db8::7]', 'localhost', 'a.xn--p1ai', 'a1.b2'];
  const named = requestDomains(hosts, true);
  // `canonicalDomain` in Firefox's Schemas.sys.mjs.
  expect(named.filter((host) => URL.parse(`http://${host}`)?.hostname !== host)).toEqual([]);
  expect(named).toEqual(
    expect.arrayContaining([...hosts, 'a.example.', 'localhost.', 'a.xn--p1ai.', 'a1.b2.']),
  );
  expect(requestDomains(hosts, false)).toEqual(hosts);
});
