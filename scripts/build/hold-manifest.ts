/** Holds what is built to what the last release asked for. */
import { keptManifest, lastRelease } from '../../tests/fixtures/releases.ts';
import { manifestGrowth } from './manifest-growth.ts';

/**
 * Throws, and so ends the build, if the manifest asks for more.
 *
 * @param target - `chrome`, `edge`, `firefox` or `safari`.
 * @param made - the manifest as it will be written.
 */
export function holdManifest(target: string, made: object): void {
  const version = lastRelease();
  const more = manifestGrowth(keptManifest(version, target), { ...made });
  if (more.length > 0)
    throw new Error(`The manifest for ${target} asks for more than release ${version}:\n${more.join('\n')}`);
}
