/** Loads the helplines of one country, each file a chunk of its own. */
import { joinHelp } from './help-join.ts';
import { helpRegion } from './help-region.ts';
import type { CountryHelp, HelpFile } from './help-types.ts';

const files = import.meta.glob<{ default: HelpFile }>('./*.json', { base: '../../data/help/' });

/**
 * @param country - an ISO 3166-1 code, or null where nothing is known.
 * @returns the lines of that country, of the European Union, or only the worldwide ones. Throws if a file is missing
 *   from the build; a test keeps every region complete.
 */
export async function loadHelp(country: string | null): Promise<CountryHelp> {
  const region = helpRegion(country);
  const [own, global] = await Promise.all([loadFile(region), loadFile('GLOBAL')]);
  return joinHelp(own, global, country);
}

async function loadFile(region: string): Promise<HelpFile> {
  const load = files[`./${region}.json`];
  if (!load) throw new Error(`No helplines for "${region}" in data/help`);
  return (await load()).default;
}
