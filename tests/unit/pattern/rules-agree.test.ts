/** Tests that a browser with the compiled rules would decide as the matcher does, for random lists, settings and addresses. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseCustomPatterns } from '../../../utils/pattern/custom-pattern.ts';
import { match, type Recognition } from '../../../utils/pattern/match.ts';
import { RULESETS } from '../../../utils/pattern/registry.ts';
import type { RuleOptions } from '../../../utils/pattern/rule-compiler.ts';
import { staticRules } from '../../../utils/pattern/rules.ts';
import { decide } from './browser-rules.ts';
import { heldRules } from './held-rules.ts';
import { address, host, listOf, section, selection, urlOf, world } from './small-world.ts';

const PAGE = '/notice.html';
const line = fc.oneof(
  host,
  host.map((site) => `=${site}`),
  fc.tuple(host, section).map(([site, begins]) => `${site}${begins}/*`),
);
const patterns = fc.array(line, { maxLength: 2 }).map((lines) => parseCustomPatterns(lines).patterns);
const layers = fc.record({ policy: patterns, user: patterns });
const recognition: fc.Arbitrary<Recognition> = fc.record({
  // Archives have no rules, so this leaves them out.
  list: world.map((entries) => listOf({ ...entries, hosts: { ...entries.hosts, archives: [] } })),
  selection,
  blocked: layers,
  allowed: layers,
});
const options: fc.Arbitrary<RuleOptions> = fc.record({
  destination: fc.constantFrom<RuleOptions['destination']>(
    { kind: 'page', path: PAGE },
    { kind: 'address', url: PAGE },
    { kind: 'block' },
  ),
  dotted: fc.boolean(),
  initiators: fc.boolean(),
  plainExpressions: fc.boolean(),
});
/** Leaves out names if regexes have to be plain, because names then have no rules. */
const seenByRules = (all: Recognition, { plainExpressions }: RuleOptions): Recognition => ({
  ...all,
  selection: { ...all.selection, names: all.selection.names && !plainExpressions },
});

test('the browser’s rules decide as the matcher does, about pages and about frames', () => {
  let covered = 0;
  fc.assert(
    fc.property(recognition, options, address, (all, how, asked) => {
      fc.pre(asked.scheme !== 'ftp');
      const url = new URL(urlOf(asked)).href;
      const rules = heldRules(all, how);
      const found = match(url, seenByRules(all, how));
      const page = decide(rules, { url }, how.dotted);
      const frame = decide(rules, { url, type: 'sub_frame' }, how.dotted);
      const goal = { page: PAGE, address: `${PAGE}#${url}`, block: 'block' }[how.destination.kind];
      expect(page === 'allow' ? null : page, url).toBe(found ? goal : null);
      // Name rules do not apply to frames.
      expect(frame === 'block', url).toBe(found !== null && found.kind !== 'name');
      if (found) covered += 1;
    }),
    { numRuns: 700 },
  );
  expect(covered).toBeGreaterThan(0);
});

test('the package’s rulesets together decide as the matcher does with the same parts of the list', () => {
  const nobody = { policy: [], user: [] };
  fc.assert(
    fc.property(recognition, options, address, (all, how, asked) => {
      fc.pre(asked.scheme !== 'ftp' && how.destination.kind === 'page');
      const url = new URL(urlOf(asked)).href;
      const { tiers, names } = all.selection;
      const on = RULESETS.filter(
        (set) => set === 'check' || (set === 'names' ? names : tiers.some((tier) => set === tier)),
      );
      const rules = on.flatMap((set) => staticRules(set, all.list, how));
      const found = match(url, { ...seenByRules(all, how), blocked: nobody, allowed: nobody });
      const page = decide(rules, { url }, how.dotted);
      expect(page === 'allow' ? null : page, url).toBe(found ? PAGE : null);
    }),
    { numRuns: 700 },
  );
});
