/** Reads the names in other projects' lists, in the formats of many programs, and counts the lines it cannot use. */

/** The content of another project's list. */
export interface ForeignNames {
  /** Hosts in the order of the file, without `www.` and `m.`. A name may appear twice. */
  names: string[];
  /** Lines that do not name a whole host: how many for each reason. */
  skipped: Record<string, number>;
}

/** Ways of writing one name in a line. The first group is the name. The first form that matches is used. */
const FORMS: readonly RegExp[] = [
  /^\|\|([^^/*$|]+)\^?(?:\$.*)?$/, // Adblock.
  /^(?:local|server|address)=\/([^/]+)\/\S*$/, // Dnsmasq.
  /^(?:local-zone|local-data):\s*"([^"\s]+)[^"]*"(?:\s+\S+)?$/, // Unbound.
  /^(?:-\s*)?(?:DOMAIN|DOMAIN-SUFFIX|HOST|HOST-SUFFIX),([^,\s]+)(?:,.*)?$/i, // Clash, Surge, Quantumult.
  /^-\s*['"]?(?:\+\.|\*\.)?([^'"\s,:]+\.[^'"\s,:]+)['"]?$/, // Clash, behavior "domain".
  /^(\S+)\s+(?:[0-9]+\s+)?(?:IN\s+)?CNAME\s+\S+$/i, // Response policy zone.
  /^(?:domain|full):([^\s:@]+)(?:\s+[@&:].*)?$/, // V2Ray.
  /^https?:\/\/([^/?#\s]+)\/?$/i,
];

/** Lines that say something other than "this whole host". Each is counted. */
const OTHERS: readonly [reason: string, form: RegExp][] = [
  ['hides a part of a page, or allows one', /##|#@#|#\?#|#\$#|^@@/],
  // Response policy zone; Clash and Surge; dnsmasq, which asks a server; unbound.
  [
    'hides a part of a page, or allows one',
    /\sCNAME\s+rpz-passthru\.|,DIRECT(?:,|$)|^server=\/[^/]+\/.|^local-zone:.*\s(?:always_)?transparent$/i,
  ],
  ['a rule for a part of an address', /^\|\|[^/\s]+\/|^https?:\/\/[^/]+\/.|^\/.*\/$|^\|\|[^^]*\*/i],
  [
    'an expression or a word, not a name',
    /^(?:regexp|keyword|include):|^(?:-\s*)?(?:DOMAIN-KEYWORD|DOMAIN-REGEX|IP-CIDR6?|GEOIP|MATCH),/i,
  ],
];

/** Lines without a name that such files usually have. */
const FRAME =
  /^(?:$|\$(?:TTL|ORIGIN)\b|@\s|payload:|server:|\[adblock|NS\s|[0-9; ()]+$|\S+\s+(?:[0-9]+\s+)?(?:IN\s+)?(?:SOA|NS)\s)/i;

/** @param text - a hosts file, a list of domains, adblock rules, dnsmasq, unbound, Clash, RPZ, V2Ray or addresses. */
export function readForeignNames(text: string): ForeignNames {
  const names: string[] = [];
  const skipped: Record<string, number> = {};
  const skip = (reason: string) => {
    skipped[reason] = (skipped[reason] ?? 0) + 1;
  };
  for (const raw of text.split(/\r?\n/)) {
    const line = raw.trim();
    if (/^(?:[#!;]|\/\/)/.test(line) && !/^#@?#|^#\?#/.test(line)) continue;
    const other = OTHERS.find(([, form]) => form.test(line));
    if (other) {
      skip(other[0]);
      continue;
    }
    const bare = line
      .replace(/\s*[#!].*$/, '')
      .replace(/\s+;.*$/, '')
      .trim();
    if (FRAME.test(bare)) continue;
    const form = FORMS.map((one) => one.exec(bare)?.[1]).find((name) => name !== undefined);
    const found = (form === undefined ? hostsLine(bare) : [form]).flatMap(hostOf);
    if (found.length > 0) names.push(...found);
    else if (!isLocal(bare)) skip('not understood');
  }
  return { names, skipped };
}

/** Reads a line with one name, or with any number of names after an address, as in a hosts file. */
function hostsLine(line: string): string[] {
  const [first = '', ...others] = line.split(/\s+/);
  if (/^(?:[0-9]+\.){3}[0-9]+$|^[0-9a-f]*:[0-9a-f:]*$/i.test(first)) return others;
  return others.length === 0 ? [first] : [];
}

function isLocal(line: string): boolean {
  return line
    .split(/\s+/)
    .every((part) => /^(?:localhost\S*|local|broadcasthost|ip6-\S+|[0-9a-f.:%]+)$/i.test(part));
}

function hostOf(name: string): string[] {
  if (/^(?:localhost|local|0\.0\.0\.0|broadcasthost|ip6-.*)?$/.test(name) || /[=,"'()[\]|<>{}]/.test(name))
    return [];
  const host = URL.parse(`http://${name.replace(/^(?:\*|\+)?\./, '')}/`)?.hostname ?? name;
  return [host.replace(/\.$/, '').replace(/^(?:www|m)\.(?=.*\.)/, '')];
}
