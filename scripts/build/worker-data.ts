/** Makes the text of `worker-data.js`: the compiled list and the help lines, in a separate file next to the worker's code. */
import type { BannerLines } from '../../utils/notice/banner-line.ts';
import { withoutDoubleSpace } from '../../utils/notice/main-helpline.ts';
import type { CompiledList } from '../../utils/pattern/types.ts';
import { LANGUAGES } from '../../utils/words/languages.ts';
import { readWords } from '../read-words.ts';
import { mainHelplines } from './main-helplines.ts';

/** Relative to the package's root. */
export const WORKER_DATA_FILE = 'worker-data.js';

/** The global name under which the worker finds the data, because a classic script has no exports. */
export const WORKER_DATA_GLOBAL = 'secondThoughtData';

/**
 * @returns a classic script. Service workers of every browser load it with `importScripts`; event pages load it before their own
 *   script.
 */
export function workerData(list: CompiledList): string {
  return `globalThis.${WORKER_DATA_GLOBAL}=${JSON.stringify({ list, mainHelplines: bannerLines() })};\n`;
}

/** @returns the lines by country and language. Addresses are the same in every language, so each country has them once. */
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
          // A line without a helpline's number gives the emergency number.
          verb: kind === 'call' && of.en.line.includes(danger) ? 'danger' : kind,
          number,
          address,
        })),
      ]),
    ),
    verbs: Object.fromEntries(
      LANGUAGES.map((language) => {
        const words = readWords('main-helpline', language);
        const before = (word: Parameters<typeof words>[0]) => withoutDoubleSpace(`${words(word)} `);
        return [
          language,
          {
            call: before('call'),
            sms: before('text'),
            whatsapp: before('whatsapp'),
            danger: before('danger'),
            web: before('find'),
          },
        ];
      }),
    ),
  };
}
