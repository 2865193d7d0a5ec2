/** Tests the rules for sites that a person or a policy allows or blocks: what they open and close, and how few they are. */
import { describe, expect, test } from 'vitest';
import { decide } from './browser-rules.ts';
import { NOT_PAGES, own, rulesFor } from './rule-examples.ts';

describe('an allowed site', () => {
  test.each([
    ['listed.test', 'https://www.listed.test/a', true],
    ['=listed.test', 'https://listed.test/a', true],
    ['=listed.test', 'https://www.listed.test/a', false],
    ['listed.test/a/*', 'https://listed.test/a/b', true],
    ['listed.test/a/*', 'https://listed.test/b', false],
    ['listed.test/a/*', 'https://more.test/a/b', false],
    ['general.test', 'https://general.test/ads', true],
    ['more.test', 'https://listed.test/', false],
  ])('%s opens %s: %s', (line, url, opens) => {
    for (const dotted of [false, true]) {
      const byPolicy = rulesFor({ allowed: { policy: own(line), user: [] } }, { dotted });
      const byUser = rulesFor({ allowed: { policy: [], user: own(line) } }, { dotted });
      for (const rules of [byPolicy, byUser]) {
        expect(decide(rules, { url }, dotted)).toBe(opens ? 'allow' : '/notice.html');
        expect(decide(rules, { url, type: 'sub_frame' }, dotted)).toBe(opens ? 'allow' : 'block');
      }
    }
  });

  test('gets everything it asks itself for', () => {
    const rules = rulesFor({ allowed: { policy: [], user: own('listed.test') } });
    for (const type of NOT_PAGES) {
      const request = { url: 'https://listed.test/a', type, initiator: 'listed.test' };
      expect(decide(rules, request), type).toBe('allow');
    }
  });

  test('costs one rule however many sites there are, one more for each section, and none for nobody', () => {
    const count = (...lines: string[]) =>
      rulesFor({ allowed: { policy: [], user: own(...lines) } }).length - rulesFor({}).length;
    expect(count()).toBe(0);
    expect(count('a.test', 'b.test', 'c.test')).toBe(1);
    expect(count('a.test/x/*', '=b.test')).toBe(2);
    expect(count('a.test', 'a.test/x/*', 'b.test')).toBe(2);
  });

  test('is closed again by what is blocked, and never the check address', () => {
    const url = 'https://a.listed.test/';
    const allowed = { policy: own('listed.test', 'check.second-thought.test'), user: own('listed.test') };
    const blocked = { policy: [], user: own('a.listed.test') };
    expect(decide(rulesFor({ allowed }), { url })).toBe('allow');
    expect(decide(rulesFor({ allowed, blocked }), { url })).toBe('/notice.html');
    expect(decide(rulesFor({ allowed }), { url: 'https://check.second-thought.test/' })).toBe('/notice.html');
  });
});

describe('a blocked site', () => {
  test('costs a rule for pages, one for frames and one for what it asks itself for, however many there are', () => {
    const count = (...lines: string[]) =>
      rulesFor({ blocked: { policy: own(...lines), user: [] } }).length - rulesFor({}).length;
    expect(count()).toBe(0);
    expect(count('a.test', 'b.test')).toBe(3);
    expect(count('=a.test')).toBe(2);
    expect(count('a.test', 'b.test/x/*', '=c.test')).toBe(7);
  });

  test('of an administrator outranks that of the user, and both outrank what is allowed', () => {
    const blocked = { policy: own('a.test'), user: own('b.test') };
    const priorities = (host: string) =>
      rulesFor({ blocked })
        .filter(({ condition }) => condition.requestDomains?.includes(host))
        .map(({ priority }) => priority);
    expect(priorities('a.test')).toEqual([50, 50, 50]);
    expect(priorities('b.test')).toEqual([45, 45, 45]);
  });
});
