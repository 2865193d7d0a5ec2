/** `npm run facts -- stale|review|lint|language`: keeps what the notice says true. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { COUNTRIES } from '../../utils/place/countries.ts';
import { LANGUAGES, type Language } from '../../utils/words/languages.ts';
import { BadFile, misuse, readNamedJson, runCommand, writeNamedFile } from '../command-line.ts';
import { languageGaps } from './language-gaps.ts';
import { languageSheet } from './language-sheet.ts';
import { lintLaw } from './law-lint.ts';
import { lintFiles } from './lint-files.ts';
import { lintWords } from './lint-words.ts';
import { readDated, readLaws } from './read-data.ts';
import { noticeRenderer } from './render-notice.ts';
import type { Aim } from './required-texts.ts';
import { reviewPage } from './review-page.ts';
import { spokenTexts } from './spoken-texts.ts';
import { findStale, staleText } from './stale.ts';
import { fillWorksheet, type Worksheet, worksheet } from './worksheet.ts';

const USAGE = `npm run facts -- <command>
  stale   [--on YYYY-MM-DD] [--within DAYS]   what has lapsed, and what is due (60 days); status 1 if anything has lapsed
  review  --out FILE [--on YYYY-MM-DD]        one HTML page with the law of every place beside its sources
  review CODE --out FILE                      one HTML page to print: every sentence of a language beside the English
  lint [CODE]                                 tone, length, grade and figures of every text; status 1 on any finding
  language CODE [--depth core|full] [--places FR,CH]
                                              what a language still lacks or has from an older English; status 1 if anything
  worksheet CODE --out FILE [--depth …] [--places …]
                                              the English of all that is missing, to be translated in that file
  fill CODE FILE [--depth …] [--places …]     puts a translated worksheet into the language's files; status 1 if any text of it
                                              is left out, because its English is not there any more or has changed
  Without --depth and --places the list of languages says both; a language that is not in it aims at full.`;

const ROOT = new URL('../../', import.meta.url);

/** Everything with a date by which a person has to check it again. */
const DATED = ['law', 'claims', 'help', 'learn/signs.json'];

await runCommand({
  usage: USAGE,
  options: {
    on: { type: 'string', default: new Date().toISOString().slice(0, 10) },
    within: { type: 'string', default: '60' },
    out: { type: 'string' },
    depth: { type: 'string' },
    places: { type: 'string' },
  },
  mostPositionals: 3,
  run({ values, positionals }) {
    if (!z.iso.date().safeParse(values.on).success) {
      return misuse(`--on needs a day such as 2026-11-21, not "${values.on}". Nothing was done.`);
    }
    switch (positionals[0]) {
      case 'stale':
        return stale(values.on, values.within);
      case 'review':
        return review(values.on, values.out, positionals[1]);
      case 'language':
      case 'worksheet':
      case 'fill':
        return translate(positionals, values);
      case 'lint':
        return lint(values.on, positionals[1]);
      default:
        return misuse(`a command was expected, not "${positionals[0] ?? ''}"`);
    }
  },
});

function stale(on: string, within: string): number {
  if (!/^\d{1,5}$/.test(within)) {
    return misuse(`--within needs a number of days, not "${within}". Nothing was done.`);
  }
  const found = findStale(DATED.flatMap(readDated), on, Number(within));
  console.log(staleText(found, on, Number(within)));
  return found.lapsed.length > 0 ? 1 : 0;
}

function review(on: string, out: string | undefined, language: string | undefined): number {
  if (!out) return misuse('review needs --out FILE. Nothing was written.');
  if (language !== undefined) {
    assertCode(language);
    writeNamedFile(out, languageSheet(language));
    console.log(`Every sentence in "${language}" written to ${out}`);
    return 0;
  }
  const languages = LANGUAGES.map((one) => ({ laws: readLaws(one), render: noticeRenderer(one, on) }));
  writeNamedFile(out, reviewPage(languages, on));
  console.log(`${languages[0]?.laws.length} entries written to ${out}`);
  return 0;
}

function assertCode(code: string | undefined): asserts code is string {
  if (code && /^[a-z]{2,3}(-[A-Z][A-Za-z]{1,3})?$/.test(code)) return;
  misuse(`A language has a code such as fr, not "${code ?? ''}". Nothing was done.`);
}

function translate(
  [command, code, file]: readonly string[],
  {
    depth,
    places,
    out,
  }: { depth?: string | undefined; places?: string | undefined; out?: string | undefined },
): number {
  assertCode(code);
  if (depth !== undefined && depth !== 'core' && depth !== 'full') {
    return misuse(`--depth is core or full, not "${depth}". Nothing was done.`);
  }
  const asked: Partial<Aim> = {
    ...(depth !== undefined && { depth }),
    ...(places !== undefined && { places: places.split(',').filter((place) => place !== '') }),
  };
  const nowhere = asked.places?.find((place) => !COUNTRIES.has(place));
  if (nowhere !== undefined) {
    return misuse(`--places takes codes of countries such as FR,CH, not "${nowhere}". Nothing was done.`);
  }
  if (command === 'language') return gaps(code, asked);
  if (command === 'worksheet') {
    if (!out) return misuse('worksheet needs --out FILE. Nothing was written.');
    const sheet = worksheet(code, '.', asked);
    writeNamedFile(out, `${JSON.stringify(sheet, null, 1)}\n`);
    console.log(`${Object.values(sheet.texts).flatMap(Object.keys).length} texts written to ${out}`);
    return 0;
  }
  if (!file) return misuse('fill needs a translated worksheet. Nothing was written.');
  const { texts, madeFrom } = Object(readNamedJson(file)) as Partial<Worksheet>;
  if (!texts || !madeFrom) {
    throw new BadFile(
      `${file} does not say of which English it was made. Nothing was written: take a new worksheet.`,
    );
  }
  if (!z.record(z.string(), z.record(z.string(), z.string())).safeParse(texts).success) {
    throw new BadFile(
      `${file}: a text in quotation marks was expected under each path. Nothing was written.`,
    );
  }
  const leftOut = fillWorksheet(code, { texts, madeFrom }, '.', asked);
  for (const one of leftOut) console.log(`${one}. It was left out.`);
  return leftOut.length > 0 ? 1 : 0;
}

function gaps(code: string, asked: Partial<Aim>): number {
  const found = languageGaps(code, '.', asked);
  for (const gap of found) console.log(gap);
  console.log(found.length === 0 ? `"${code}" is complete.` : `${found.length} places to go.`);
  return found.length > 0 ? 1 : 0;
}

function lint(on: string, code: string | undefined): number {
  if (code !== undefined) {
    assertCode(code);
    // Without any text there would be no finding.
    if (!existsSync(new URL(`data/words/${code}`, ROOT))) misuse(`There are no words in "${code}".`);
  }
  const files = lintFiles(on, fileURLToPath(ROOT));
  for (const problem of files.problems) console.log(problem);
  if (!files.readable) return 1;
  // A translation in progress is not in the list of languages yet.
  const languages = code === undefined ? LANGUAGES : [code as Language];
  const problems = [
    ...lintLaws(languages),
    ...lintWords(spokenTexts(languages)).map(
      ({ where, problem, text }) => `${where}: ${problem}${text ? `: "${text}"` : ''}`,
    ),
  ];
  for (const problem of problems) console.log(problem);
  const count = files.problems.length + problems.length;
  console.log(`${count} findings`);
  return count > 0 ? 1 : 0;
}

function lintLaws(languages: readonly Language[]): string[] {
  const models = new Map(readLaws('en').map((law) => [law.code, law]));
  return languages.flatMap((language) =>
    readLaws(language).flatMap((law) => lintLaw(law, models.get(law.code) ?? law)),
  );
}
