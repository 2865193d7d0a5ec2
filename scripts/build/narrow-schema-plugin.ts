/** Vite plugin: replaces zod with `utils/schema/narrow.ts` in the worker's bundle, of which zod alone would be a quarter. */
import { fileURLToPath } from 'node:url';

const NARROW = fileURLToPath(new URL('../../utils/schema/narrow.ts', import.meta.url));

/** @returns a Vite plugin. Every other bundle keeps zod. */
export function narrowSchema() {
  let worker = false;
  return {
    name: 'second-thought:narrow-schema',
    enforce: 'pre' as const,
    configResolved({ build }: { build: { lib?: false | { fileName?: unknown } } }) {
      worker = Boolean(build.lib) && (build.lib as { fileName?: unknown }).fileName === 'background';
    },
    resolveId: (id: string): string | null => (worker && id === 'zod/mini' ? NARROW : null),
  };
}
