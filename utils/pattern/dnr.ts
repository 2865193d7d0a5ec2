/** The part of the browser's rule format that we use, the same in all browsers (MDN, declarativeNetRequest.Rule). */

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

/** Everything a page can ask for besides itself. */
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

export interface DnrCondition {
  regexFilter?: string;
  requestDomains?: string[];
  initiatorDomains?: string[];
  resourceTypes: ResourceType[];
  tabIds?: number[];
}

export type DnrAction =
  | { type: 'allow' | 'block' }
  | { type: 'redirect'; redirect: { extensionPath: string } | { regexSubstitution: string } };

/** A rule before it has its number. */
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
