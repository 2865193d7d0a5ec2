/** Makes a small, valid list in its own folder, for tests that break it. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';
import { LIST_FOLDER } from '../../../scripts/list/files.ts';

const DATES = { added: '2026-01-01', reviewed: '2026-01-02' };

/** @returns a host entry that passes every rule, with `changes`. */
export function hostEntry(host: string, changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    host,
    kind: 'buyer-forum',
    tier: 'extended',
    status: 'active',
    sources: ['W', 'B'],
    ...DATES,
    ...changes,
  };
}

/** @returns a section entry that passes every rule, with `changes`. */
export function pathEntry(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    host: 'general.com',
    section: 'adult',
    regex: '/adult(?:[/?#]|$)',
    kind: 'classifieds-adult-section',
    tier: 'extended',
    status: 'active',
    sources: ['W'],
    ...DATES,
    examples: ['general.com/adult'],
    counterExamples: ['general.com/'],
    ...changes,
  };
}

/** @returns a name rule that passes every rule, with `changes`. */
export function nameEntry(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    id: 'word',
    at: 'end',
    any: ['zzword'],
    reason: 'A word that only tests use.',
    tier: 'extended',
    sources: ['O'],
    ...DATES,
    examples: ['myzzword.com'],
    counterExamples: ['zzwords.com'],
    ...changes,
  };
}

const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

/**
 * Writes a list folder into the system's temporary folder.
 * @param files their lines by path; `sources.json` is the project's own
 */
export function listFolder(files: Record<string, (Record<string, unknown> | string)[]>): string {
  const folder = mkdtempSync(join(tmpdir(), 'second-thought-list-'));
  made.push(folder);
  mkdirSync(join(folder, 'hosts'));
  writeFileSync(join(folder, 'sources.json'), readFileSync(join(LIST_FOLDER, 'sources.json')));
  for (const [file, lines] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    const text = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line)));
    writeFileSync(join(folder, file), `${text.join('\n')}\n`);
  }
  return folder;
}
