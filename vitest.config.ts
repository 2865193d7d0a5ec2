import { defineConfig } from 'vitest/config';
import { words } from './scripts/build/words-plugin.ts';

export default defineConfig({
  plugins: [words()],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: ['tests/unit/**/*.test.{ts,tsx}'],
    testTimeout: 20_000,
  },
});
