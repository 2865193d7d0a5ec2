/** Writes the table of managed keys in `docs/deploy/configuration.md`. */

import type { FormField } from '../../utils/policy/form-model.ts';
import { formModel } from '../../utils/policy/form-model.ts';
import { MOST_LOGO_BYTES } from '../../utils/policy/logo.ts';
import { readWords } from '../read-words.ts';

const TABLE_BEGIN = '<!-- keys: made by `npm run policy -- table` -->';
const TABLE_END = '<!-- end of keys -->';

/** @returns Markdown, with one row for each key. */
function keyTable(): string {
  const words = readWords('policy', 'en');
  const rows = formModel().flatMap(({ fields }) =>
    fields.map(
      (field) =>
        `| \`${field.key}\` | ${typeName(field)} | ${words(field.descriptionKey)} | ${example(field)} |`,
    ),
  );
  return ['| Key | Type | What it does | Example |', '|---|---|---|---|', ...rows].join('\n');
}

/** @returns the document with a new table. Throws if the marks are missing. */
export function withKeyTable(document: string): string {
  const begin = document.indexOf(TABLE_BEGIN);
  const end = document.indexOf(TABLE_END);
  if (begin < 0 || end < begin)
    throw new Error('docs/deploy/configuration.md has lost the marks around its table of keys');
  return `${document.slice(0, begin + TABLE_BEGIN.length)}\n${keyTable()}\n${document.slice(end)}`;
}

function typeName(field: FormField): string {
  switch (field.kind) {
    case 'switch':
      return 'boolean';
    case 'seconds':
      return `integer, 0 to ${field.most ?? 0}`;
    case 'choice':
      return (field.choices ?? []).map((choice) => `\`${choice}\``).join(', ');
    case 'choices':
    case 'places':
    case 'patterns':
      return `list, up to ${(field.most ?? 0).toLocaleString('en')}`;
    case 'image':
      return `PNG or WebP as data, up to ${MOST_LOGO_BYTES / 1_024} kB`;
    case 'date':
      return 'date';
    default:
      return `text, up to ${(field.most ?? 0).toLocaleString('en')}`;
  }
}

function example(field: FormField): string {
  const value = typeof field.example === 'string' ? `"${field.example}"` : JSON.stringify(field.example);
  return `\`${value}\``;
}
