/** Tests where no-break spaces are put in each language, and that they change no syntax, telephone number or text for files. */
import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { keepMessageTogether, keepTogether } from '../../../scripts/build/keep-together.ts';
import { compileWords } from '../../../scripts/build/words-plugin.ts';
import { readWords } from '../../../scripts/read-words.ts';
import { loadLaw } from '../../../utils/notice/load-law.ts';
import { loadWords } from '../../../utils/words/load.ts';

/** Makes no-break spaces visible. */
const seen = (text: string) => text.replaceAll('\u00A0', '~');

test.each([
  ['pl', 'Nie jest to w domu i z nami.', 'Nie jest to w~domu i~z~nami.'],
  ['pl', 'O tym mówi prawo: do 5 lat.', 'O~tym mówi prawo: do~5~lat.'],
  ['ru', 'Я и он в доме, а ты мог бы прийти.', 'Я~и~он в~доме, а~ты мог~бы прийти.'],
  ['uk', 'У Києві й у Львові. Це б’є.', 'У~Києві й~у~Львові. Це б’є.'],
  ['fr', 'Et après ? « Oui », dit-il : 1 500 € ou 3 %.', 'Et après~? «~Oui~», dit-il~: 1~500~€ ou~3~%.'],
  ['fr', 'Appelez le 01 23 45 67 89, à toute heure.', 'Appelez le~01 23 45 67 89, à toute heure.'],
  ['fr', 'Moins de 18 ans : 5 ans, ou 1 personne.', 'Moins de~18~ans~: 5~ans, ou~1~personne.'],
  ['de', 'Möglich sind bis zu 5 Jahre.', 'Möglich sind bis zu~5~Jahre.'],
  ['es', 'Hasta 12 meses de cárcel.', 'Hasta 12~meses de cárcel.'],
  ['pt', 'De 14 a 17 anos.', 'De~14~a 17~anos.'],
  [
    'sv',
    'Du kan få fängelse i upp till 4 år, från 6 månader.',
    'Du kan få fängelse i upp till 4~år, från 6~månader.',
  ],
  ['en', 'A call – I say so: in 5 years, at most.', 'A call~– I say so: in 5 years, at most.'],
])('%s: %s', (language, written, kept) => {
  expect(seen(keepTogether(written, language))).toBe(kept);
});

test.each([
  ['de', 'companions', 'Einstellungen des~Browsers, die es schützen'],
  ['es', 'title', 'Archivos de~despliegue'],
  ['fr', 'companions', 'Réglages du~navigateur qui~la~protègent'],
  ['fr', 'title', 'Fichiers de~déploiement'],
  ['pt', 'title', 'Arquivos de~implantação'],
] as const)('a headline ends no line with an article or a preposition: %s %s', (language, key, kept) => {
  expect(seen(readWords('deploy-page', language)(key))).toBe(kept);
});

test('nor does the headline of the law', () => {
  expect(seen(readWords('law', 'fr')('title'))).toBe('Ce que dit la~loi ici');
});

test('a telephone number keeps the spaces it is found and linked by', () => {
  expect(keepTogether('Zadzwoń: 800 12 00 02.', 'pl')).toContain('800 12 00 02');
  expect(keepTogether('Pisz: 116 111.', 'pl')).toContain('116 111');
});

describe('a message', () => {
  test('keeps its syntax, and each of its texts is kept together', () => {
    const written = 'W {count, plural, one {# dniu i {place}} few {z # dni} other {# dnia}} w {place} ?';
    expect(seen(keepMessageTogether(written, 'pl', 'notice'))).toBe(
      'W~{count, plural, one {#~dniu i~{place}} few {z~#~dni} other {#~dnia}} w~{place}~?',
    );
  });

  test('what is joined to a value is no word of its own', () => {
    expect(keepMessageTogether('{name}a tu', 'pl', 'notice')).toBe('{name}a tu');
  });

  test('what goes into files keeps ordinary spaces', () => {
    expect(keepMessageTogether('Wpis w rejestrze', 'pl', 'policy')).toBe('Wpis w rejestrze');
  });
});

test('no message of any language loses its syntax', () => {
  for (const file of globSync('data/words/*/*.json')) {
    const [, language = '', surface = ''] = /words\/(.+)\/(.+)\.json$/.exec(file) ?? [];
    for (const text of Object.values(JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>)) {
      const kept = keepMessageTogether(text, language, surface);
      expect(kept.replaceAll('\u00A0', ' ')).toBe(text.replaceAll('\u00A0', ' '));
    }
    expect(() => compileWords(`${process.cwd()}/${file}`)).not.toThrow();
  }
});

test('pages and scripts say the same, and so do sentences of the law', async () => {
  const [page, script] = [await loadWords('notice', 'pl'), readWords('notice', 'pl')];
  const values = { place: 'Polska', country: 'PL' };
  expect(page('placeGuess', values)).toBe(script('placeGuess', values));
  expect(page('lead')).toBe(script('lead'));
  const law = await loadLaw('PL', 'pl');
  expect(law?.plain).toMatch(/^W\u00A0Polsce/);
  expect(JSON.stringify(law?.offences)).not.toMatch(/ [wizo] /i);
});
