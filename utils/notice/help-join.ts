/** Puts a place's own helplines and the worldwide ones together. */
import type { CountryHelp, HelpFile } from './help-types.ts';

/**
 * @param own - the file `helpRegion(country)` names.
 * @param global - the worldwide file.
 * @param country - the country asked for, or null.
 */
export function joinHelp(own: HelpFile, global: HelpFile, country: string | null): CountryHelp {
  return { ...own, country, worldwide: own.region === global.region ? [] : global.lines };
}
