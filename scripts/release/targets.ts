/** Names the four targets of a release, and their packages. */

export const TARGETS = ['chrome', 'edge', 'firefox', 'safari'] as const;
export type Target = (typeof TARGETS)[number];

/** @returns the build's folder, relative to the project's root. */
export function buildFolder(target: Target): string {
  return `.output/${target}-mv3`;
}

/**
 * @param version - from package.json, followed by `-draft` if the tree is not the commit.
 * @param what - a target, or `firefox-sources`.
 */
export function packageName(version: string, what: string): string {
  return `second-thought-${version}-${what}.zip`;
}
