/** Writes Windows `.reg` files (format 5.00) and the files that undo them. `windows-files.ts` chooses the keys and values. */

export interface RegistryValue {
  name: string;
  /** Numbers become REG_DWORD, text REG_SZ. */
  data: number | string;
}

export interface RegistryKey {
  /** Below HKEY_LOCAL_MACHINE. */
  path: string;
  values: RegistryValue[];
  /** The key belongs to the extension alone: the file empties it before it writes, and the undo file deletes it. */
  own: boolean;
}

const HIVE = 'HKEY_LOCAL_MACHINE';
const HEADER = 'Windows Registry Editor Version 5.00';

/**
 * @param keys - what to set.
 * @param comment - lines for a reader.
 * @returns the file's text with Windows line ends. Write it as UTF-16 with a byte order mark: regedit reads anything else in
 *   the machine's old code page.
 */
export function registryFile(keys: readonly RegistryKey[], comment: readonly string[]): string {
  const cleared = keys.filter((key) => key.own && !isBelowAnother(key, keys));
  return lines([
    HEADER,
    '',
    ...comment.map((line) => `; ${line}`),
    '',
    ...cleared.flatMap((key) => [`[-${HIVE}\\${key.path}]`, '']),
    ...keys.flatMap((key) => [`[${HIVE}\\${key.path}]`, ...key.values.map(line), '']),
  ]);
}

/** @returns the file that undoes exactly what `registryFile` sets. */
export function registryUndoFile(keys: readonly RegistryKey[], comment: readonly string[]): string {
  return lines([
    HEADER,
    '',
    ...comment.map((text) => `; ${text}`),
    '',
    ...keys
      .filter((key) => !(key.own && isBelowAnother(key, keys)))
      .flatMap((key) =>
        key.own
          ? [`[-${HIVE}\\${key.path}]`, '']
          : [`[${HIVE}\\${key.path}]`, ...key.values.map((value) => `${quoted(value.name)}=-`), ''],
      ),
  ]);
}

function isBelowAnother(key: RegistryKey, keys: readonly RegistryKey[]): boolean {
  return keys.some((other) => other.own && key.path.startsWith(`${other.path}\\`));
}

function lines(all: readonly string[]): string {
  return `${all.join('\r\n')}\r\n`;
}

function line({ name, data }: RegistryValue): string {
  if (typeof data === 'number') return `${quoted(name)}=dword:${data.toString(16).padStart(8, '0')}`;
  // A line break inside quotes would end the value, so such a text is written byte by byte.
  if (!/[\n\r]/.test(data)) return `${quoted(name)}=${quoted(data)}`;
  return wrapped(`${quoted(name)}=hex(1):`, hexBytes(data));
}

/** Wraps at 80 columns, as regedit does: a backslash at the end continues the line. */
function wrapped(beginning: string, bytes: readonly string[]): string {
  const rows = [beginning];
  for (const [index, byte] of bytes.entries()) {
    const piece = index < bytes.length - 1 ? `${byte},` : byte;
    const row = rows.at(-1) ?? '';
    if (row.length + piece.length < 80) rows[rows.length - 1] = row + piece;
    else rows.push(`  ${piece}`);
  }
  return rows.join('\\\r\n');
}

function quoted(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

/** REG_SZ as UTF-16LE bytes with its closing zero: `41`, `00`, … */
function hexBytes(text: string): string[] {
  const bytes: string[] = [];
  for (const unit of [...text.replaceAll('\n', '\r\n').split(''), '\0']) {
    const code = unit.charCodeAt(0);
    bytes.push((code & 0xff).toString(16).padStart(2, '0'), (code >> 8).toString(16).padStart(2, '0'));
  }
  return bytes;
}
