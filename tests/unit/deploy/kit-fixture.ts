/** Makes the kit that the tests read: one configuration for every browser and platform. */
import { readFileSync } from 'node:fs';
import { kitWords } from '../../../scripts/policy/kit-words.ts';
import { deploymentKit } from '../../../utils/deploy/deployment-kit.ts';
import { type KitConfig, readKitConfig } from '../../../utils/deploy/kit-config.ts';
import type { KitFile } from '../../../utils/deploy/kit-file.ts';

export const words = kitWords();

export const workplace = JSON.parse(readFileSync('tests/golden/deploy/workplace.json', 'utf8')) as {
  policy: Record<string, unknown>;
};

/** @returns the checked configuration. Throws with its problems if it is not valid. */
export function configOf(raw: unknown): KitConfig {
  const read = readKitConfig(raw);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.config;
}

/** @returns the kit's files by path. */
export function kitOf(config: KitConfig): Map<string, KitFile> {
  const files = deploymentKit(config, words);
  const byPath = new Map(files.map((file) => [file.path, file]));
  if (byPath.size !== files.length) throw new Error('two files have the same path');
  return byPath;
}
