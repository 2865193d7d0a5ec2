/** Reads and checks the list for the build. */
import type { ListEntries } from '../../utils/pattern/entry.ts';
import { BadFile } from '../command-line.ts';
import { LIST_FOLDER } from './files.ts';
import { lintList } from './lint.ts';
import { formatProblem, parseList } from './parse.ts';

/**
 * Reads and checks a list folder.
 * @throws `BadFile` with every problem (file, line, rule, reason), if there is one
 */
export function readList(folder: string = LIST_FOLDER): ListEntries {
  const list = parseList(folder);
  const problems = lintList(list, folder);
  if (problems.length > 0) {
    throw new BadFile(
      `The list has ${problems.length} problem(s):\n${problems.map(formatProblem).join('\n')}`,
    );
  }
  return list.entries;
}
