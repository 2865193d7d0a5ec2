/** Turns the table of docs/permissions.md into the justifications that stores ask for, so that both say the same. */

const ROW = /^\| `([^`]+)` \| (.*?) \| (.*?) ?\|$/gm;

/**
 * @param markdown - docs/permissions.md: one row for each permission, with what it is for and what it is not used for.
 * @returns permission and justification. Throws if the table is missing or a row is empty.
 */
export function justifications(markdown: string): [string, string][] {
  const rows = [...markdown.matchAll(ROW)].map(([, name = '', use = '', not = '']): [string, string] => [
    name,
    [use, not].filter((text) => text.trim() !== '').join(' '),
  ]);
  if (rows.length === 0) throw new Error('docs/permissions.md has no table of permissions any more.');
  const empty = rows.find(([, text]) => text === '');
  if (empty) throw new Error(`docs/permissions.md does not say what ${empty[0]} is for.`);
  return rows;
}
