/** `npm run release`: checks everything, builds, and writes to `.output/release` what stores and their reviewers receive. */
import { readFileSync } from 'node:fs';
import { misuse, runCommand } from '../command-line.ts';
import { runStep } from '../run-step.ts';
import { acceptedWarnings, judgeFindings, lintAddon } from './addons-lint.ts';
import { keyFindings, treeFindings, versionFindings } from './findings.ts';
import { outdatedClaims } from './outdated-claims.ts';
import { storeFiles } from './store-files.ts';
import { buildFolder } from './targets.ts';
import { writePackages } from './write-packages.ts';

const MINUTE = 60_000;
const OUT = '.output/release';
const USAGE = `npm run release                the whole release, from a committed tree, into ${OUT}
npm run release -- --draft     the same from a changed tree; the files' names say so
npm run release -- texts       prints what to paste into the stores' forms
The browser tests are not part of it: npm test runs them.`;

await runCommand({
  usage: USAGE,
  options: { draft: { type: 'boolean', default: false } },
  mostPositionals: 1,
  run({ values: { draft }, positionals: [command] }) {
    if (command === undefined) return release(draft);
    if (command !== 'texts') return misuse(`"${command}" is not a command`);
    for (const [path, text] of storeFiles('.')) console.log(`==> ${path}\n${text}`);
    return 0;
  },
});

async function release(draft: boolean): Promise<number> {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  const tree = treeFindings('.');
  if (tree.length > 0 && !draft) {
    return stop([...tree, 'Commit first, or make a draft: npm run release -- --draft']);
  }
  const outdated = outdatedClaims('.', new Date().toISOString().slice(0, 10));
  if (outdated.length > 0 && !draft) {
    return stop([...outdated, 'Renew or drop each, or make a draft: npm run release -- --draft']);
  }
  const early = [...versionFindings('.'), ...keyFindings('.')];
  if (early.length > 0) return stop(early);
  const script = [process.execPath, 'scripts/test.ts', 'check', 'build', 'unit'];
  if (!(await runStep('test', script, 15 * MINUTE))) return stop(['The checks above did not pass.']);
  const lint = judgeFindings(lintAddon(buildFolder('firefox')), acceptedWarnings());
  if (lint.length > 0) return stop(lint);
  const names = writePackages('.', OUT, draft ? `${version}-draft` : version);
  console.log(`\n${names.map((name) => `${OUT}/${name}`).join('\n')}`);
  if (draft) console.log('\nA draft: nobody else can rebuild it. Do not submit it.');
  return 0;
}

function stop(reasons: readonly string[]): number {
  console.error(`\nNo release was written.\n${reasons.join('\n')}`);
  return 1;
}
