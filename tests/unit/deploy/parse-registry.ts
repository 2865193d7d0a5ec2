/** Reads `.reg` files independently of the code that writes them: simulates what an import does to a registry. */

/** Key path (upper case, with its hive) to value name to value. */
export type Registry = Map<string, Map<string, number | string>>;

/** Applies the bytes of a `.reg` file, as `reg import` would. Throws on anything it does not know. */
export function importRegistry(registry: Registry, bytes: Uint8Array): Registry {
  if (bytes[0] !== 0xff || bytes[1] !== 0xfe) throw new Error('no byte order mark of UTF-16LE');
  const text = new TextDecoder('utf-16le', { ignoreBOM: false }).decode(bytes);
  if (/[^\r]\n/.test(text)) throw new Error('a line does not end as on Windows');
  const lines = text.replace(/,\\\r\n {2}/g, ',').split('\r\n');
  if (lines[0] !== 'Windows Registry Editor Version 5.00') throw new Error('wrong first line');
  const result: Registry = new Map([...registry].map(([key, values]) => [key, new Map(values)]));
  let current: Map<string, number | string> | null = null;
  for (const line of lines.slice(1)) {
    if (line === '' || line.startsWith(';')) continue;
    const key = /^\[(-?)(HKEY_LOCAL_MACHINE\\[^\]]+)\]$/.exec(line);
    if (key) {
      const path = (key[2] ?? '').toUpperCase();
      if (key[1] === '-') {
        for (const other of result.keys()) {
          if (other === path || other.startsWith(`${path}\\`)) result.delete(other);
        }
        current = null;
      } else {
        current = result.get(path) ?? new Map();
        result.set(path, current);
      }
      continue;
    }
    const value = /^("(?:[^"\\]|\\["\\])*")=(.*)$/.exec(line);
    if (!value || !current) throw new Error(`cannot read: ${line}`);
    const name = unquote(value[1] ?? '');
    const data = value[2] ?? '';
    if (data === '-') current.delete(name);
    else current.set(name, parseData(data));
  }
  return result;
}

function unquote(text: string): string {
  return text.slice(1, -1).replace(/\\(["\\])/g, '$1');
}

function parseData(data: string): number | string {
  const number = /^dword:([0-9a-f]{8})$/.exec(data);
  if (number) return Number.parseInt(number[1] ?? '', 16);
  const hex = /^hex\(1\):((?:[0-9a-f]{2},)*[0-9a-f]{2})$/.exec(data);
  if (hex) {
    const bytes = (hex[1] ?? '').split(',').map((byte) => Number.parseInt(byte, 16));
    const text = new TextDecoder('utf-16le').decode(Uint8Array.from(bytes));
    if (!text.endsWith('\0')) throw new Error('REG_SZ without its closing zero');
    return text.slice(0, -1);
  }
  if (/^"(?:[^"\\]|\\["\\])*"$/.test(data)) return unquote(data);
  throw new Error(`cannot read the value ${data}`);
}

/** @returns a key and everything below it as a tree. Keys whose values are numbered from 1 are lists, as both browsers read them. */
export function readTree(registry: Registry, path: string): Record<string, unknown> | unknown[] {
  const upper = `HKEY_LOCAL_MACHINE\\${path}`.toUpperCase();
  const values = registry.get(upper) ?? new Map<string, number | string>();
  if (values.has('1')) return [...values.values()];
  const tree: Record<string, unknown> = Object.fromEntries(values);
  for (const key of registry.keys()) {
    if (!key.startsWith(`${upper}\\`)) continue;
    const name = key.slice(upper.length + 1);
    if (!name.includes('\\')) tree[name] = readTree(registry, `${path}\\${name}`);
  }
  return tree;
}
