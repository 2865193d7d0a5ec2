/** Writes the choices to a file, reads such a file, and shows the differences before anything changes. The PIN is never in it. */
import { type LooseningReason, loosens } from './loosens.ts';
import { salvageChoices } from './migrate.ts';
import { CHOICE_KEYS, type ChoiceKey, type Chosen, choicesOf, type Settings } from './schema.ts';

const FORMAT = 'second-thought-settings';
const BACKUP_VERSION = 1;
/** Larger than any file that this product writes, in characters: two full lists have 2,400,000. A larger one is not read. */
export const BACKUP_LARGEST = 3_000_000;

/** @param today - `YYYY-MM-DD`. @returns the text of a file with every choice, indented by two spaces. */
export function exportSettings(settings: Settings, today: string): string {
  const choices = choicesOf(settings.chosen);
  return `${JSON.stringify({ format: FORMAT, version: BACKUP_VERSION, exported: today, choices }, null, 2)}\n`;
}

export type BackupProblem = 'too-large' | 'not-json' | 'not-a-backup' | 'newer-version';

export type ReadBackup =
  /** `dropped` names the fields that could not be read; an import does not change them. */
  { ok: true; choices: Chosen; dropped: string[] } | { ok: false; problem: BackupProblem };

/** Reads the text of a backup. An import does not change fields that the backup omits. Never throws. */
export function readBackup(text: string): ReadBackup {
  if (text.length > BACKUP_LARGEST) return { ok: false, problem: 'too-large' };
  const file = parse(text);
  if (file === undefined) return { ok: false, problem: 'not-json' };
  if (typeof file !== 'object' || file === null || !('format' in file) || file.format !== FORMAT)
    return { ok: false, problem: 'not-a-backup' };
  const { version, choices } = file as { version?: unknown; choices?: unknown };
  if (typeof version !== 'number' || version < 1) return { ok: false, problem: 'not-a-backup' };
  if (version > BACKUP_VERSION) return { ok: false, problem: 'newer-version' };
  if (typeof choices !== 'object' || choices === null) return { ok: false, problem: 'not-a-backup' };
  const { chosen, dropped } = salvageChoices(choices);
  return { ok: true, choices: chosen, dropped };
}

export interface Difference {
  key: ChoiceKey;
  from: Chosen[ChoiceKey];
  to: Chosen[ChoiceKey];
}

/** What an import would do. */
export interface ImportPreview {
  differences: Difference[];
  /** Empty if the import only tightens. */
  loosens: LooseningReason[];
  /** In the file, but decided by the policy: not changed. */
  keptByPolicy: ChoiceKey[];
  dropped: string[];
}

/** @returns what the import would do, and the changes to request, without those that the policy decides. */
export function previewImport(
  settings: Settings,
  backup: { choices: Chosen; dropped: string[] },
  policyKeys: readonly ChoiceKey[],
): { preview: ImportPreview; changes: Chosen } {
  const before = choicesOf(settings.chosen);
  const differences = CHOICE_KEYS.flatMap((key): Difference[] => {
    const to = backup.choices[key];
    if (to === undefined || JSON.stringify(to) === JSON.stringify(before[key])) return [];
    return [{ key, from: before[key], to }];
  });
  const free = differences.filter(({ key }) => !policyKeys.includes(key));
  const changes = Object.fromEntries(free.map(({ key, to }) => [key, to])) as Chosen;
  return {
    changes,
    preview: {
      differences: free,
      loosens: loosens(settings, { chosen: { ...settings.chosen, ...changes } }),
      keptByPolicy: differences.map(({ key }) => key).filter((key) => policyKeys.includes(key)),
      dropped: backup.dropped,
    },
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
