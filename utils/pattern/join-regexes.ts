/** Joins regexes that begin and end alike, so that fewer rules and fewer navigation filters are needed. */
import { foldRegexes } from './fold-regexes.ts';
import { BEGINNINGS, ENDS, group } from './host-regex.ts';
import { cost, pack, packTightly } from './regex-cost.ts';

/** @returns true for a regex that says nothing about the path: it ends with the host. */
export function isHostRegex(regex: string): boolean {
  return ENDS.some((end) => regex.endsWith(end));
}

/**
 * Joins regexes that begin and end alike, for readers that take longer ones than rules do: a few are cheaper to compile.
 * @param most - characters of one joined regex, approximately.
 * @returns regexes that together match the same addresses.
 */
export function joinRegexes(regexes: readonly string[], most: number): string[] {
  const measure = { size: (text: string) => text.length, most };
  return refill(regexes, (middles) => pack(foldRegexes(middles), 0, measure));
}

/**
 * Joins regexes that begin and end alike into as few as a browser's rules take. A rule does not have to report which one matched.
 * @returns regexes that together match the same addresses.
 */
export function packRegexes(regexes: readonly string[]): string[] {
  return refill(regexes, (middles, frame) => packTightly(middles, cost(frame)));
}

/** Groups regexes by their beginning and end, and distributes what is between. Regexes of another form stay as they are. */
function refill(
  regexes: readonly string[],
  share: (middles: readonly string[], frame: string) => string[][],
): string[] {
  const frames = new Map<string, { beginning: string; end: string; middles: string[] }>();
  const single: string[] = [];
  for (const regex of regexes) {
    const beginning = BEGINNINGS.find((text) => regex.startsWith(text));
    const end = ENDS.find((text) => regex.endsWith(text));
    if (beginning === undefined || end === undefined) {
      single.push(regex);
      continue;
    }
    const middle = regex.slice(beginning.length, -end.length);
    const key = `${beginning} ${end}`;
    const frame = frames.get(key) ?? { beginning, end, middles: [] };
    frames.set(key, frame);
    frame.middles.push(middle);
  }
  const shared = [...frames.values()].flatMap(({ beginning, end, middles }) =>
    share(middles, `${beginning}${end}`).map((words) => `${beginning}${group(words)}${end}`),
  );
  return [...shared, ...single];
}
