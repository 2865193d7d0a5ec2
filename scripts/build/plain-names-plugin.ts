/** Vite plugin: names chunks without a digest. There is no cache between a package and its reader, and names cost bytes. */

/** @returns a Vite plugin. Chunks with the same name get different numbers. */
export function plainNames() {
  return {
    name: 'second-thought:plain-names',
    outputOptions: <T extends { chunkFileNames?: unknown }>(options: T): T =>
      options.chunkFileNames === undefined ? options : { ...options, chunkFileNames: 'chunks/[name].js' },
  };
}
