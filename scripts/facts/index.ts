/** `npm run facts -- stale|review|lint|language`: keeps what the notice says true. */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { LANGUAGES } from '../../utils/policy/types.ts';
import { languageGaps } from './language-gaps.ts';
import { lintLaw } from './law-lint.ts';
import { lintWords } from './lint-words.ts';
import { readDated, readLaws } from './read-data.ts';
import { noticeRenderer } from './render-notice.ts';
import { reviewPage } from './review-page.ts';
import { findStale, staleText } from './stale.ts';

const USAGE = `npm run facts -- <command>
  stale   [--on YYYY-MM-DD] [--within DAYS]   what has lapsed, and what is due (60 days); status 1 if anything has lapsed
  review  --out FILE [--on YYYY-MM-DD]        one HTML page with every place's texts beside their sources
  lint                                        tone, length, grade and figures of every text; status 1 on any finding
  language CODE                              every place that a language still lacks, such as fr; status 1 if there is one`;

/** Everything that carries a date by which somebody has to look again. */
const DATED = ['law', 'claims', 'help', 'learn/signs.json'];

process.exitCode = run(process.argv.slice(2));

/** @returns the exit status: 2 for arguments that make no sense. */
function run(args: string[]): number {
  const read = () =>
    parseArgs({
      args,
      allowPositionals: true,
      options: {
        on: { type: 'string', default: new Date().toISOString().slice(0, 10) },
        within: { type: 'string', default: '60' },
        out: { type: 'string' },
      },
    });
  let parsed: ReturnType<typeof read>;
  try {
    parsed = read();
  } catch (error) {
    console.error(`${(error as Error).message}\n${USAGE}`);
    return 2;
  }
  const { values, positionals } = parsed;
  if (!/^\d{4}-\d\d-\d\d$/.test(values.on) || Number.isNaN(Date.parse(values.on))) {
    console.error(`--on needs a day such as 2026-11-21, not "${values.on}". Nothing was done.`);
    return 2;
  }
  switch (positionals[0]) {
    case 'stale':
      return stale(values.on, values.within);
    case 'review':
      return review(values.on, values.out);
    case 'language':
      return language(positionals[1]);
    case 'lint':
      return lint();
    default:
      console.error(USAGE);
      return 2;
  }
}

function stale(on: string, within: string): number {
  if (!/^\d+$/.test(within)) {
    console.error(`--within needs a number of days, not "${within}". Nothing was done.`);
    return 2;
  }
  const found = findStale(DATED.flatMap(readDated), on, Number(within));
  console.log(staleText(found, on, Number(within)));
  return found.lapsed.length > 0 ? 1 : 0;
}

function review(on: string, out: string | undefined): number {
  if (!out) {
    console.error('review needs --out FILE. Nothing was written.');
    return 2;
  }
  const languages = LANGUAGES.map((language) => ({
    laws: readLaws(language),
    render: noticeRenderer(language, on),
  }));
  writeFileSync(out, reviewPage(languages, on));
  console.log(`${languages[0]?.laws.length} entries written to ${out}`);
  return 0;
}

function language(code: string | undefined): number {
  if (!code || !/^[a-z]{2,3}(-[A-Z]{2})?$/.test(code)) {
    console.error(`language needs a code such as fr, not "${code ?? ''}".`);
    return 2;
  }
  const gaps = languageGaps(code);
  for (const gap of gaps) console.log(gap);
  console.log(gaps.length === 0 ? `"${code}" is complete.` : `${gaps.length} places to go.`);
  return gaps.length > 0 ? 1 : 0;
}

function lint(): number {
  const problems = [
    ...lintLaws(),
    ...lintWords().map(({ where, problem, text }) => `${where}: ${problem}${text ? `: "${text}"` : ''}`),
  ];
  for (const problem of problems) console.log(problem);
  console.log(`${problems.length} findings`);
  return problems.length > 0 ? 1 : 0;
}

function lintLaws(): string[] {
  const models = new Map(readLaws('en').map((law) => [law.code, law]));
  return LANGUAGES.flatMap((language) =>
    readLaws(language).flatMap((law) => lintLaw(law, models.get(law.code) ?? law)),
  );
}
