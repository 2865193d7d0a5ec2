/** The building blocks of every regex in the compiled list: RE2 and JavaScript read them alike. */

/** Scheme, and a user name with a password if the address carries one. */
const START = '^https?://(?:[^/?#]*@)?';

/** Any subdomains of the label that follows. */
const SUBDOMAINS = '(?:[^/?#@:]+\\.)?';

/**
 * A public suffix, approximately: one label, or a common second level below a country code.
 * Close enough for names, and small: Chromium refuses regexes above 2 KB of compiled program.
 */
const SUFFIX = '\\.(?:(?:com?|net|org|gen|ltd|me)\\.)?[a-z][a-z0-9-]+';

/** What may follow a host: one trailing dot, a port, and then the rest or the end. */
const END = '\\.?(?::\\d+)?(?:[/?#]|$)';

/** How many characters of alternatives one regex may carry, so that both browsers accept it. */
export const CHUNK = 60;

/** A regex for addresses whose registrable label, as a whole, is one of `labels` (regex fragments). */
export function labelRegex(labels: readonly string[]): string {
  return `${START}${SUBDOMAINS}${group(labels)}${SUFFIX}${END}`;
}

/** A regex for addresses below one of `hosts` (regex fragments of whole hosts). */
export function hostRegex(hosts: readonly string[]): string {
  return `${START}${SUBDOMAINS}${group(hosts)}${END}`;
}

/** A regex for a section of any site; `section` begins with `/`. */
export function sectionRegex(section: string): string {
  return `^https?://[^/?#]*${section}`;
}

/** A regex for a section of the sites whose registrable label is `label`. */
export function labelSectionRegex(label: string, section: string): string {
  return `${START}${SUBDOMAINS}${label}${SUFFIX}\\.?(?::\\d+)?${section}`;
}

/** Writes a host so that a regex reads it literally. */
export function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** Cuts alternatives into groups of at most `CHUNK` characters; one that is longer stands alone. */
export function chunks(alternatives: readonly string[]): string[][] {
  const groups: string[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const alternative of alternatives) {
    if (size + alternative.length > CHUNK) {
      groups.push([]);
      size = 0;
    }
    groups.at(-1)?.push(alternative);
    size += alternative.length + 1;
  }
  return groups;
}

function group(alternatives: readonly string[]): string {
  return alternatives.length === 1 && !alternatives[0]?.includes('|')
    ? (alternatives[0] ?? '')
    : `(?:${alternatives.join('|')})`;
}
