/** Tests that the banner's line contains the text of each of its links, in order, for every country and language. */
import { expect, test } from 'vitest';
import { WORKER_DATA_GLOBAL, workerData } from '../../../scripts/build/worker-data.ts';
import { readList } from '../../../scripts/list/read.ts';
import { type BannerLines, bannerLine } from '../../../utils/notice/banner-line.ts';
import { servedCountries } from '../../../utils/notice/help-region.ts';
import { compileList } from '../../../utils/pattern/compile.ts';
import { LANGUAGES } from '../../../utils/words/languages.ts';

const text = workerData(compileList(readList()));
const json = text.slice(`globalThis.${WORKER_DATA_GLOBAL}=`.length, text.lastIndexOf(';'));
const { mainHelplines } = JSON.parse(json) as { mainHelplines: BannerLines };

test.each(LANGUAGES)('%s: every link of every country is found in its line, in order', (language) => {
  for (const country of [...servedCountries(), null]) {
    const { text: line, links } = bannerLine(mainHelplines, country, language);
    let at = 0;
    for (const { said, address } of links) {
      const found = line.indexOf(said, at);
      expect(found, `${country}: ${said}`).toBeGreaterThanOrEqual(at);
      expect(address).toMatch(/^(tel|sms|https):/);
      at = found + said.length;
    }
    expect(links.length).toBeGreaterThan(0);
  }
});

test('the United States, and a country nobody serves', () => {
  expect(bannerLine(mainHelplines, 'US', 'en').links).toEqual([
    { said: 'Call 1-888-373-7888', address: 'tel:+18883737888' },
    { said: 'text 233733', address: 'sms:233733?body=HELP' },
  ]);
  expect(bannerLine(mainHelplines, 'UY', 'es')).toEqual(bannerLine(mainHelplines, null, 'es'));
});

test('a number stays in order between Arabic letters, which would reorder its parts', () => {
  const { text: line, links } = bannerLine(mainHelplines, 'US', 'ar');
  expect(line).toContain('\u20661-888-373-7888\u2069');
  expect(links.map(({ said }) => said)).toEqual([
    expect.stringContaining('\u20661-888-373-7888\u2069'),
    expect.stringContaining('\u2066233733\u2069'),
  ]);
});
