/** The part of the browser's rule format that the extension uses, the same in all browsers (MDN, declarativeNetRequest.Rule). */

export type ResourceType =
  | 'main_frame'
  | 'sub_frame'
  | 'stylesheet'
  | 'script'
  | 'image'
  | 'font'
  | 'object'
  | 'xmlhttprequest'
  | 'ping'
  | 'media'
  | 'websocket'
  | 'other';

/** Every resource type that a page can load, except the page itself. */
export const SUBRESOURCES: readonly ResourceType[] = [
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
];

/**
 * The types under which one page may request another: shown in it, or fetched to be shown or saved. `other` is a prefetch,
 * and in Chromium a link that is saved (Alt+click, "Save link as").
 */
export const WITHIN_A_PAGE = ['sub_frame', 'object', 'other'] as const satisfies readonly ResourceType[];

/** Types that are parts of the requesting page and show nothing else. */
export const PARTS: readonly ResourceType[] = SUBRESOURCES.filter(
  (type) => !WITHIN_A_PAGE.some((within) => within === type),
);

export interface DnrCondition {
  regexFilter?: string;
  urlFilter?: string;
  requestDomains?: string[];
  excludedRequestDomains?: string[];
  initiatorDomains?: string[];
  resourceTypes: ResourceType[];
  tabIds?: number[];
}

export type DnrAction =
  | { type: 'allow' | 'block' }
  | { type: 'redirect'; redirect: { extensionPath: string } | { regexSubstitution: string } };

/** A rule that has no id yet. */
export interface UnnumberedRule {
  priority: number;
  action: DnrAction;
  condition: DnrCondition;
}

export interface DnrRule extends UnnumberedRule {
  id: number;
}

/** Numbers rules in order from `first`. */
export function numberRules(rules: readonly UnnumberedRule[], first: number): DnrRule[] {
  return rules.map((rule, index) => ({ id: first + index, ...rule }));
}
