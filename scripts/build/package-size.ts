/** Measures a build: the code that each surface loads at once, and the package as stores receive it. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, posix, sep } from 'node:path';
import { deflateRawSync } from 'node:zlib';

/** Finds imports that load before the module runs, which excludes `import(...)`. */
const STATIC_IMPORT = /\b(?:import|from)\s*["']([^"']+)["']/g;
/** Finds scripts of a page. `data-module` names the one that the notice starts after its first frame. */
const SCRIPT = /(?<=<script\b[^>]*)\b(?:src|data-module)="([^"]+)"/g;

/** Sizes of a zip archive's parts in addition to names and data: PKWARE APPNOTE 4.3.7, 4.3.12, 4.3.16. */
const ZIP = { localHeader: 30, directoryHeader: 46, end: 22 } as const;

export interface PackageSize {
  /** Bytes of JavaScript that a page's HTML or an entry script loads, by file name. */
  scripts: Record<string, number>;
  zipped: number;
  unzipped: number;
}

/** @param folder - a build such as `.output/chrome-mv3`. Throws if a file that is imported is missing. */
export function packageSize(folder: string): PackageSize {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => statSync(join(folder, file)).isFile())
    .map((file) => file.split(sep).join('/'))
    // Chromium stores its indexed rules in the folder of an unpacked extension. No package contains them.
    .filter((file) => !file.startsWith('_metadata/'));
  const surfaces = files.filter((file) => /^[^/]+\.(?:html|js)$/.test(file)).sort();
  let zipped: number = ZIP.end;
  let unzipped = 0;
  for (const file of files) {
    const content = readFileSync(join(folder, file));
    const name = Buffer.byteLength(file);
    unzipped += content.length;
    zipped += ZIP.localHeader + ZIP.directoryHeader + 2 * name + deflateRawSync(content, { level: 9 }).length;
  }
  return {
    scripts: Object.fromEntries(surfaces.map((file) => [file, scriptBytes(folder, file)])),
    zipped,
    unzipped,
  };
}

/** @returns the bytes of all scripts that load with a surface, each counted once. */
function scriptBytes(folder: string, surface: string): number {
  const seen = new Set<string>();
  const visit = (file: string) => {
    if (seen.has(file)) return;
    seen.add(file);
    const text = readFileSync(join(folder, file), 'utf8');
    const page = file.endsWith('.html');
    for (const [, target = ''] of text.matchAll(page ? SCRIPT : STATIC_IMPORT)) {
      const absolute = target.startsWith('/');
      // Follows only the build's own files, because a word in a text may look like an import.
      if (absolute || target.startsWith('.'))
        visit(absolute ? target.slice(1) : posix.join(posix.dirname(file), target));
    }
  };
  visit(surface);
  seen.delete(surface.endsWith('.html') ? surface : '');
  return [...seen].reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);
}
