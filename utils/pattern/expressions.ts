/** Regular expressions in the common subset of RE2 (the browser's rules) and JavaScript (the matcher). */
import type { CustomPattern } from './types.ts';

/** What may be before the host: scheme and credentials. */
export const BEFORE_HOST = '^https?://(?:[^/?#]*@)?';
/** What may be after the host: a trailing dot, a port, then the rest or nothing. */
export const AFTER_HOST = '\\.?(?::\\d+)?(?:[/?#]|$)';
/** Scheme and any authority: for rules that name their hosts separately. */
export const ANY_AUTHORITY = '^https?://[^/?#]*';

/** @returns `text` with every character that means something in an expression escaped. */
export function escapeExpression(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, (character) =>
    character === '/' || character === '-' ? character : `\\${character}`,
  );
}

/** @returns the expression for one exact host, whatever credentials, port or trailing dot surround it. */
export function exactHostExpression(host: string): string {
  return `${BEFORE_HOST}${escapeExpression(host)}${AFTER_HOST}`;
}

/**
 * @param path - as in {@link CustomPattern}: begins with `/`, `*` stands for any run of characters; a final `/*` also covers the section's own page.
 * @returns an expression for addresses in that section; the host is checked separately.
 */
export function sectionExpression(path: string): string {
  const open = path.endsWith('/*');
  const body = (open ? path.slice(0, -2) : path.replace(/\/$/, ''))
    .split('*')
    .map(escapeExpression)
    .join('[^?#]*');
  if (open) return `${ANY_AUTHORITY}${body}(?:[/?#]|$)`;
  return path.endsWith('*') ? `${ANY_AUTHORITY}${body}` : `${ANY_AUTHORITY}${body}/?(?:[?#]|$)`;
}

/** @returns the expression a person's pattern needs in addition to its host, or null where the host is enough. */
export function customPatternExpression(pattern: CustomPattern): string | null {
  if (pattern.kind === 'exact') return exactHostExpression(pattern.host);
  return pattern.path === undefined ? null : sectionExpression(pattern.path);
}
