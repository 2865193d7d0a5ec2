/** Sorts a kit's files into groups, in the order in which an administrator uses them. */
import { fileBytes, type KitFile } from './kit-file.ts';
import { zipFile } from './zip-file.ts';

export const FILE_GROUPS = [
  'README',
  'windows',
  'macos',
  'linux',
  'google-admin',
  'firefox',
  'detect',
  'words',
  'undo',
] as const;
export type FileGroup = (typeof FILE_GROUPS)[number];

/** @returns the group of a file; files that remove settings have a group of their own. */
export function groupOf({ path }: Pick<KitFile, 'path'>): FileGroup {
  if (/-undo\.\w+$/.test(path)) return 'undo';
  return FILE_GROUPS.find((group) => path.startsWith(`${group}/`)) ?? 'README';
}

/** @returns the groups that contain a file, in order. */
export function groupedFiles(files: readonly KitFile[]): { group: FileGroup; files: KitFile[] }[] {
  return FILE_GROUPS.map((group) => ({
    group,
    files: files.filter((file) => groupOf(file) === group),
  })).filter((one) => one.files.length > 0);
}

/** @returns the last part of a path: the name a browser looks for. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** @returns all files with their folders as one ZIP archive. */
export function kitArchive(files: readonly KitFile[]): Uint8Array<ArrayBuffer> {
  return zipFile(
    files.map((file) => ({
      path: file.path,
      bytes: fileBytes(file),
      executable: file.path.endsWith('.sh'),
    })),
  );
}
