/** Makes `data/place/time-zones.json`, the country of every time zone, from the IANA time zone database. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Old names that the database now links to a zone of several countries, or of another country. */
const OLD_NAMES: Record<string, string> = {
  'America/Atka': 'US',
  'America/Buenos_Aires': 'AR',
  'America/Coral_Harbour': 'CA',
  'America/Montreal': 'CA',
  'America/Nipigon': 'CA',
  'America/Thunder_Bay': 'CA',
  'America/Virgin': 'VI',
  'Canada/Eastern': 'CA',
  'Africa/Asmera': 'ER',
  'Africa/Timbuktu': 'ML',
  'Asia/Ashkhabad': 'TM',
  'Asia/Dacca': 'BD',
  'Asia/Istanbul': 'TR',
  'Asia/Rangoon': 'MM',
  'Asia/Saigon': 'VN',
  'Asia/Thimbu': 'BT',
  'Asia/Ujung_Pandang': 'ID',
  'Asia/Choibalsan': 'MN',
  'Atlantic/Faeroe': 'FO',
  'Atlantic/Jan_Mayen': 'SJ',
  'Europe/Belfast': 'GB',
  'Europe/Nicosia': 'CY',
  'Europe/Tiraspol': 'MD',
  'Pacific/Johnston': 'US',
  'Pacific/Ponape': 'FM',
  'Pacific/Samoa': 'AS',
  'Pacific/Truk': 'FM',
  'Pacific/Yap': 'FM',
  'Antarctica/South_Pole': 'AQ',
  Eire: 'IE',
  GB: 'GB',
  'GB-Eire': 'GB',
  Iceland: 'IS',
  Japan: 'JP',
  NZ: 'NZ',
  PRC: 'CN',
  ROC: 'TW',
  ROK: 'KR',
  Singapore: 'SG',
  'US/Arizona': 'US',
  'US/Samoa': 'AS',
};

/** Zones that do not name a country. */
const NOWHERE = /^(Etc\/.*|[A-Z]{3,4}|[A-Z]{3}\d[A-Z]{3}|Factory|Greenwich|Universal|Zulu|GMT.*)$/;

/**
 * @param folder - the folder with `zone.tab`, `zone1970.tab` and `tzdata.zi` of the database.
 * @returns country codes by area, each with its places between spaces. A name without an area is under "".
 */
export function timeZoneTable(folder: string): {
  version: string;
  areas: Record<string, Record<string, string>>;
} {
  const rows = (name: string) =>
    readFileSync(join(folder, name), 'utf8')
      .split('\n')
      .filter((line) => line && !line.startsWith('#'))
      .map((line) => line.split(/\s+/));
  const countries = new Map<string, string>();
  for (const [country, , zone] of rows('zone.tab')) if (country && zone) countries.set(zone, country);
  const shared = new Set(
    rows('zone1970.tab').flatMap(([codes, , zone]) => (codes?.includes(',') && zone ? [zone] : [])),
  );
  const text = readFileSync(join(folder, 'tzdata.zi'), 'utf8');
  const links = new Map(
    [...text.matchAll(/^L (\S+) (\S+)$/gm)].map(([, to, from]) => [from ?? '', to ?? '']),
  );
  for (const [from, to] of links) {
    if (countries.has(from) || (NOWHERE.test(from) && !OLD_NAMES[from])) continue;
    const target = countries.has(to) ? to : (links.get(to) ?? to);
    const country = OLD_NAMES[from] ?? (shared.has(target) ? undefined : countries.get(target));
    if (country) countries.set(from, country);
  }
  const areas: Record<string, Record<string, string>> = {};
  for (const [zone, country] of [...countries].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const slash = zone.indexOf('/');
    const area = slash < 0 ? '' : zone.slice(0, slash);
    const place = zone.slice(slash + 1);
    const places = areas[area] ?? {};
    areas[area] = places;
    places[country] = places[country] ? `${places[country]} ${place}` : place;
  }
  const version = /^# version (\S+)/m.exec(text)?.[1] ?? 'unknown';
  return { version, areas };
}

if (import.meta.main) {
  const { version, areas } = timeZoneTable(process.argv[2] ?? '/usr/share/zoneinfo');
  const table = {
    source: `IANA time zone database, release ${version}: zone.tab and links (public domain), https://www.iana.org/time-zones`,
    areas,
  };
  const file = new URL('../../data/place/time-zones.json', import.meta.url);
  writeFileSync(file, `${JSON.stringify(table, null, 1)}\n`);
}
