/** `list lint`: checks every rule for entries. */
import type { Command } from '../command.ts';
import { lintFuture, lintList } from '../lint.ts';
import { formatProblem, parseList } from '../parse.ts';

export const lint: Command = {
  usage:
    'lint                       check every entry; the build does the same, except for dates still to come',
  options: [],
  run({ folder, today }) {
    const list = parseList(folder);
    const problems = [...lintList(list, folder), ...lintFuture(list, today)];
    const count = Object.values(list.entries).flat().length;
    const text =
      problems.length === 0
        ? `${count} entries, no problem.`
        : `${problems.map(formatProblem).join('\n')}\n${problems.length} problem(s) in ${count} entries.`;
    return { code: problems.length === 0 ? 0 : 1, text, data: { entries: count, problems } };
  },
};
