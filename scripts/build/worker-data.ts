/** The text of `worker-data.js`: the compiled list and the help lines, in a file of their own next to the worker's code. */
import type { BannerLines } from '../../utils/notice/banner-line.ts';
import type { CompiledList } from '../../utils/pattern/types.ts';
import { LANGUAGES } from '../../utils/words/languages.ts';
import { readWords } from '../read-words.ts';
import { mainHelplines } from './main-helplines.ts';

/** From the package's root. */
export const WORKER_DATA_FILE = 'worker-data.js';

/** Where the worker finds it: a classic script has no exports. */
export const WORKER_DATA_GLOBAL = 'secondThoughtData';

/** @returns a classic script: service workers of every browser read it with `importScripts`, event pages before their own script. */
export function workerData(list: CompiledList): string {
  return `globalThis.${WORKER_DATA_GLOBAL}=${JSON.stringify({ list, mainHelplines: bannerLines() })};\n`;
}

/** Addresses are the same in every language, so they are written once a country. */
export function bannerLines(): BannerLines {
  const helplines = Object.entries(mainHelplines());
  const danger = `${readWords('main-helpline', 'en')('danger')} `;
  return {
    lines: Object.fromEntries(
      helplines.map(([country, of]) => [
        country,
        Object.fromEntries(LANGUAGES.map((language) => [language, of[language].line])),
      ]),
    ),
    links: Object.fromEntries(
      helplines.map(([country, of]) => [
        country,
        of.en.links.map(({ kind, number, address }) => ({
          // Without a telephone of its own the line gives the emergency number.
          verb: kind === 'call' && of.en.line.includes(danger) ? 'danger' : kind,
          number,
          address,
        })),
      ]),
    ),
    verbs: Object.fromEntries(
      LANGUAGES.map((language) => {
        const words = readWords('main-helpline', language);
        return [
          language,
          {
            call: words('call'),
            sms: words('text'),
            whatsapp: words('whatsapp'),
            danger: words('danger'),
            web: words('find'),
          },
        ];
      }),
    ),
  };
}
