/** Makes one small list, and the rules for it with what a test changes. */

import { parseCustomPatterns } from '../../../utils/pattern/custom-pattern.ts';
import type { UnnumberedRule } from '../../../utils/pattern/dnr.ts';
import type { Recognition } from '../../../utils/pattern/match.ts';
import type { RuleOptions } from '../../../utils/pattern/rule-compiler.ts';
import type { CustomPattern } from '../../../utils/pattern/types.ts';
import { heldRules } from './held-rules.ts';
import { smallList } from './small-list.ts';

export const list = smallList({
  hosts: { core: ['listed.test', 'with-dash.test'], extended: ['more.test'] },
  paths: [{ host: 'general.test', section: 'ads', regex: '/ads(?:[/?#]|$)' }],
  wrappers: [
    { host: 'tr.test', target: 'host-dashes' },
    { host: 'reader.test', target: 'path', key: '/' },
  ],
});
const none = { policy: [], user: [] };
export const own = (...lines: string[]): readonly CustomPattern[] => parseCustomPatterns(lines).patterns;
export const recognition: Recognition = {
  list,
  selection: { tiers: ['core', 'extended'], names: true, wrappers: true, searches: false },
  blocked: none,
  allowed: none,
};
export const options: RuleOptions = {
  destination: { kind: 'page', path: '/notice.html' },
  dotted: false,
  initiators: true,
};
export const rulesFor = (change: Partial<Recognition>, how: Partial<RuleOptions> = {}): UnnumberedRule[] =>
  heldRules({ ...recognition, ...change }, { ...options, ...how });

/** Every type of request of the browsers' rules, except pages (MDN, declarativeNetRequest.ResourceType). */
export const NOT_PAGES = [
  'sub_frame',
  'stylesheet',
  'script',
  'image',
  'font',
  'object',
  'xmlhttprequest',
  'ping',
  'media',
  'websocket',
  'other',
] as const;
