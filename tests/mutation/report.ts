/** Prints which mutants survive, and the share that was killed in each file. */
import { readFileSync, writeFileSync } from 'node:fs';
import { type Result, shareOf } from './results-table.ts';

export interface Mutant {
  id: string;
  fileName: string;
  mutatorName: string;
  replacement: string;
  /** Lines and columns count from 0. */
  location: { start: { line: number; column: number }; end: { line: number; column: number } };
}

type Counts = Pick<Result, 'mutants' | 'killed'>;

/** @returns how many mutants there are, and how many were killed, over all files. */
export function report(
  folder: string,
  mutants: readonly Mutant[],
  { killed, reached }: { killed: ReadonlySet<string>; reached: ReadonlySet<string> },
): Counts {
  const lines: string[] = [];
  const files = new Map<string, Counts>();
  for (const mutant of mutants) {
    const counts = files.get(mutant.fileName) ?? { mutants: 0, killed: 0 };
    files.set(mutant.fileName, counts);
    counts.mutants += 1;
    if (killed.has(mutant.id)) counts.killed += 1;
    else lines.push(survivor(mutant, reached.has(mutant.id)));
  }
  const rows = [...files].map(([name, one]) => `${name}: ${one.killed} of ${one.mutants}, ${shareOf(one)}`);
  const whole = { mutants: mutants.length, killed: mutants.filter(({ id }) => killed.has(id)).length };
  const sum = `utils/${folder}: ${whole.killed} of ${whole.mutants} mutants killed, ${shareOf(whole)}`;
  const text = [...lines, ...rows, sum].join('\n');
  writeFileSync(`.work/mutants/${folder}.txt`, `${text}\n`);
  console.log(text);
  return whole;
}

function survivor({ fileName, mutatorName, replacement, location }: Mutant, reached: boolean): string {
  const source = readFileSync(fileName, 'utf8').split('\n');
  const { start, end } = location;
  const first = source[start.line] ?? '';
  const was =
    start.line === end.line ? first.slice(start.column, end.column) : `${first.slice(start.column)} …`;
  const how = reached ? mutatorName : `${mutatorName}, reached by no test`;
  return `${fileName}:${start.line + 1}  ${was}  ->  ${replacement.split('\n').join(' ')}  (${how})`;
}
