/** Reads the patterns people write: `example.com`, `=exact.example.com`, `example.com/section/…`, `#` comments. */
import type { CustomPattern } from './types.ts';

/** Why a line is not a pattern; each is a message key. */
export type PatternProblem =
  | 'empty'
  | 'not-a-host'
  | 'too-wide'
  | 'other-scheme'
  | 'too-long'
  | 'star-in-host';

export type ParsedPattern = { ok: true; pattern: CustomPattern } | { ok: false; problem: PatternProblem };

/** Longer than any host (253) with a sensible section. */
const LONGEST = 500;

/** Second-level names under which a country's registry sells: `co.uk` is no one's site. Not the whole public suffix list, which is too large to ship. */
const REGISTRY_LABELS = /^(?:ac|co|com|edu|go|gob|gov|gouv|mil|ne|net|nom|or|org)\.[a-z]{2}$/;

/**
 * @param line - one line without its comment; a pasted address (`https://www.example.com/a`) is accepted too.
 * @returns the pattern, or the problem. Never throws.
 */
export function parseCustomPattern(line: string): ParsedPattern {
  const text = line.trim();
  if (text === '') return bad('empty');
  if (text.length > LONGEST) return bad('too-long');
  const exact = text.startsWith('=');
  // Browsers read `\` as `/`. As a part of the host it would be lost with the section, and the line would mean the whole site.
  const bare = stripScheme((exact ? text.slice(1).trim() : text).replaceAll('\\', '/'));
  if (bare === null) return bad('other-scheme');

  const slash = bare.search(/[/?#]/);
  const hostText = (slash < 0 ? bare : bare.slice(0, slash)).replace(/^\*\./, '');
  if (hostText.includes('*')) return bad('star-in-host');
  const host = canonicalHost(hostText);
  if (host === null) return bad('not-a-host');
  if (!exact && isTooWide(host)) return bad('too-wide');
  if (exact) return { ok: true, pattern: { kind: 'exact', host, text } };

  const path = slash < 0 ? '' : sectionOf(bare.slice(slash));
  if (path === '') return { ok: true, pattern: { kind: 'site', host, text } };
  return { ok: true, pattern: { kind: 'path', host, path, text } };
}

/** One line of a list that could not be read. `line` counts from 1. */
export interface LineProblem {
  line: number;
  text: string;
  problem: PatternProblem;
}

/** Reads many lines; skips empty lines and `#` comments, and reports bad lines without refusing the others. */
export function parseCustomPatterns(lines: readonly string[]): {
  patterns: CustomPattern[];
  problems: LineProblem[];
} {
  const patterns: CustomPattern[] = [];
  const problems: LineProblem[] = [];
  const seen = new Set<string>();
  lines.forEach((raw, index) => {
    const text = withoutComment(raw);
    if (text === '') return;
    const parsed = parseCustomPattern(text);
    if (!parsed.ok) {
      problems.push({ line: index + 1, text, problem: parsed.problem });
      return;
    }
    const { kind, host, path } = parsed.pattern;
    const key = `${kind} ${host}${path ?? ''}`;
    if (seen.has(key)) return;
    seen.add(key);
    patterns.push(parsed.pattern);
  });
  return { patterns, problems };
}

/** @returns the line without its comment (from a `#` at the beginning or after a space), trimmed. */
export function withoutComment(line: string): string {
  const from = line.search(/(?:^|\s)#/);
  return (from < 0 ? line : line.slice(0, from)).trim();
}

function bad(problem: PatternProblem): ParsedPattern {
  return { ok: false, problem };
}

function stripScheme(text: string): string | null {
  const scheme = /^([a-z][a-z0-9+.-]*|\*):\/\//i.exec(text);
  if (!scheme) return text;
  return /^(?:https?|\*)$/i.test(scheme[1] ?? '') ? text.slice(scheme[0].length) : null;
}

/** Labels between dots, or an address in brackets. The URL parser lets quotation marks, braces and empty labels through. */
const HOST = /^(?:[a-z0-9_-]+(?:\.[a-z0-9_-]+)*|\[[0-9a-f:.]+\])$/;

function canonicalHost(text: string): string | null {
  // Chromium reads a space in a host as `%20`, where others refuse it; no site has such a name.
  if (/[\s%]/.test(text) || !URL.canParse(`http://${text}/`)) return null;
  const url = new URL(`http://${text}/`);
  const host = url.hostname.replace(/\.$/, '');
  // `user@host` parses, but is no host.
  return text.includes('@') || !HOST.test(host) ? null : host;
}

function isTooWide(host: string): boolean {
  if (host.startsWith('[')) return false;
  return (!host.includes('.') && host !== 'localhost') || REGISTRY_LABELS.test(host);
}

/** The section as it will be compared: percent-encoded as an address has it, without query, fragment or a bare `/`. */
function sectionOf(rest: string): string {
  const path = rest.split(/[?#]/, 1)[0] ?? '';
  if (path === '' || path === '/' || path === '/*') return '';
  // Stars in a row mean what one star means; as an expression they would take very long on a long address.
  return new URL(`http://host.invalid${path.replace(/\*+/g, '*')}`).pathname;
}
