/** Reads the table of results in docs/mutation.md, and writes a run's results into it. */

/** Folders of `utils` whose mutants are counted. */
export const FOLDERS = ['pattern', 'policy', 'settings'] as const;
export type Folder = (typeof FOLDERS)[number];

export interface Result {
  folder: Folder;
  mutants: number;
  killed: number;
  /** The day of the run, such as `2026-11-28`. */
  day: string;
}

const HEAD = '| folder | mutants | killed | share | measured |\n|---|---|---|---|---|';
const TABLE = /\| folder \| mutants \|[^\n]*\n(?:\|[^\n]*(?:\n|$))*/;
const ROW = /^\| `utils\/(\w+)` \| ([\d,]+) \| ([\d,]+) \| [^|]* \| (\d{4}-\d\d-\d\d) \|$/gm;

/** @returns the share of mutants that were killed, such as `94.4 %`. */
export function shareOf({ mutants, killed }: Pick<Result, 'mutants' | 'killed'>): string {
  return `${((100 * killed) / mutants).toFixed(1)} %`;
}

/** @returns the results in the page. */
export function resultsIn(page: string): Result[] {
  return [...page.matchAll(ROW)].map(([, folder = '', mutants = '', killed = '', day = '']) => ({
    folder: folder as Folder,
    mutants: countIn(mutants),
    killed: countIn(killed),
    day,
  }));
}

/** @returns the page with these results. Folders without a new result keep theirs. Throws if the page has no table. */
export function withResults(page: string, results: readonly Result[]): string {
  if (!TABLE.test(page)) throw new Error('There is no table of results to write into');
  const old = resultsIn(page);
  const rows = FOLDERS.flatMap((folder) => {
    const result = [...results, ...old].find((one) => one.folder === folder);
    return result ? [rowOf(result)] : [];
  });
  return page.replace(TABLE, `${[HEAD, ...rows].join('\n')}\n`);
}

function rowOf({ folder, mutants, killed, day }: Result): string {
  const count = (value: number) => value.toLocaleString('en-US');
  return `| \`utils/${folder}\` | ${count(mutants)} | ${count(killed)} | ${shareOf({ mutants, killed })} | ${day} |`;
}

function countIn(text: string): number {
  return Number(text.replaceAll(',', ''));
}
