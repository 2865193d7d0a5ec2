/** Makes an address of every entry of the list, and every form in which one address can be written. */
import { readList } from '../../../scripts/list/read.ts';

/** @returns `host/path` for every entry that network rules cover: each host, and the examples of each section, brand and name. */
export function listedPlaces(): string[] {
  const entries = readList();
  const covered = ({ tier }: { tier: string }) => tier !== 'archives';
  return [
    ...entries.hosts.filter(covered).map(({ host }) => `${host}/`),
    ...[...entries.paths, ...entries.brands, ...entries.names]
      .filter(covered)
      .flatMap(({ examples }) => examples)
      .map((example) => new URL(`http://${example}`))
      .map(({ hostname, pathname }) => hostname + pathname),
  ];
}

/** Letters and digits of the full-width block mean the same host (UTS 46). */
const fullWidth = (host: string) =>
  host.replace(/[a-z0-9]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));

const FORMS: readonly ((host: string, rest: string) => string)[] = [
  (host, rest) => `http://${host}${rest}`,
  (host, rest) => `https://${host}${rest}?a=1#b`,
  (host, rest) => `HTTPS://${host.toUpperCase()}${rest}`,
  (host, rest) => `http://${host}:80${rest}`,
  (host, rest) => `https://${host}:8443${rest}`,
  (host, rest) => `http://user:pass@${host}${rest}`,
  (host, rest) => `https://www.google.com@${host}${rest}`,
  (host, rest) => `https://www.google.com:443@${host}:8080${rest}`,
  (host, rest) => `http:\\\\${host}${rest.replaceAll('/', '\\')}`,
  (host, rest) => `ht\ttp://${host.slice(0, 2)}\n${host.slice(2)}${rest}`,
  (host, rest) => `http://${host.replace('.', '%2E')}${rest}`,
  (host, rest) => `http://${host.replaceAll('.', '\u3002')}${rest}`,
  (host, rest) => `http://${fullWidth(host)}${rest}`,
  (host, rest) => `http://${host}.${rest}`,
  (host, rest) => `https://user@${host}.:8443${rest}`,
  (host, rest) => `https://www.${host}${rest}`,
  (host, rest) => `http://m.${host}.${rest}`,
  (host, rest) => `https://a.b.c.${host}${rest}`,
];

/**
 * @param place - `host/path`.
 * @param first - the number of the first form, so that many places can share the forms. After the last form comes the first.
 * @param count - how many forms; all by default.
 * @returns its address in these forms, as the browser's own URL parser writes it.
 */
export function addressForms(place: string, first = 0, count = FORMS.length): string[] {
  const slash = place.indexOf('/');
  const [host, rest] = [place.slice(0, slash), place.slice(slash)];
  const chosen = Array.from({ length: count }, (_, step) => FORMS[(first + step) % FORMS.length]);
  return chosen.filter((form) => form !== undefined).map((form) => new URL(form(host, rest)).href);
}
