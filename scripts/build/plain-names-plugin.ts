/** Vite plugin: chunks without a digest in their names; no cache lies between a package and its reader, and names cost bytes. */

/** @returns a Vite plugin. Two chunks of one name get different numbers. */
export function plainNames() {
  return {
    name: 'second-thought:plain-names',
    outputOptions: <T extends { chunkFileNames?: unknown }>(options: T): T =>
      options.chunkFileNames === undefined ? options : { ...options, chunkFileNames: 'chunks/[name].js' },
  };
}
