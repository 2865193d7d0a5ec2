/** Vite plugin: records which npm packages have code in the bundles, so that notices and bill of materials name exactly those. */

/** The folder of the innermost package a module lies in. */
const PACKAGE = /^(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/;

/**
 * @param folders - gets the folder of every package that has code in a bundle.
 * @returns a Vite plugin.
 */
export function bundledPackages(folders: Set<string>) {
  return {
    name: 'second-thought:bundled-packages',
    generateBundle(_options: unknown, bundle: Record<string, { moduleIds?: readonly string[] }>): void {
      for (const { moduleIds = [] } of Object.values(bundle)) {
        for (const id of moduleIds) {
          const folder = packageFolder(id);
          if (folder) folders.add(folder);
        }
      }
    },
  };
}

/** @returns the package's folder, or null for a module of this project. */
export function packageFolder(moduleId: string): string | null {
  return PACKAGE.exec(moduleId.replace(/^\0/, '').replace(/\?.*$/, ''))?.[1] ?? null;
}
