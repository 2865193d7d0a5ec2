/** Finds exceptions that change nothing, because a line of the person's own list covers all they would leave open. Pure. */
import { isWithin } from './address.ts';
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
  return lines.flatMap((text, index) => {
    const [exception] = parseCustomPatterns([text]).patterns;
    const by = exception && blocked.find((one) => coversAll(one, exception));
    return by ? [{ line: index + 1, text, by: by.text }] : [];
  });
}

function coversAll(blocked: CustomPattern, exception: CustomPattern): boolean {
  if (blocked.kind === 'site') return isWithin(exception.host, blocked.host);
  return blocked.kind === exception.kind && blocked.text === exception.text;
}
