/** Finds exceptions that change nothing, because a line of the person's own list covers all they would leave open. Pure. */
import { hostAndParents } from './address.ts';
import { parseCustomPatterns } from './custom-pattern.ts';
import type { CustomPattern } from './types.ts';

export interface LineWithoutEffect {
  /** From 1. */
  line: number;
  text: string;
  /** The line that wins, as it was written. */
  by: string;
}

/** @param lines - of the allowlist. @param winning - lines of the person's block list, which outrank them (`registry.ts`). */
export function linesWithoutEffect(
  lines: readonly string[],
  winning: readonly string[],
): LineWithoutEffect[] {
  const blocked = parseCustomPatterns(winning).patterns;
  if (blocked.length === 0) return [];
  // Looked up, because thousands of lines against thousands would delay each keystroke by a tenth of a second.
  const known = new Map(blocked.toReversed().map((pattern) => [keyOf(pattern), pattern]));
  return lines.flatMap((text, index) => {
    const [exception] = parseCustomPatterns([text]).patterns;
    const by = exception && coversAll(known, exception);
    return by ? [{ line: index + 1, text, by: by.text }] : [];
  });
}

/** @returns a line for the same thing, or one for a whole site that contains it. */
function coversAll(
  known: ReadonlyMap<string, CustomPattern>,
  exception: CustomPattern,
): CustomPattern | undefined {
  for (const host of hostAndParents(exception.host)) {
    const site = known.get(host);
    if (site) return site;
  }
  return known.get(keyOf(exception));
}

/** Only a site is known by its host alone; a text with a space before it is no host. */
function keyOf({ kind, host, text }: CustomPattern): string {
  return kind === 'site' ? host : `${kind} ${text}`;
}
