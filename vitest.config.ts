import { defineConfig } from 'vitest/config';
import { list } from './scripts/build/list-plugin.ts';
import { noticeHtml } from './scripts/build/notice-html-plugin.ts';
import { words } from './scripts/build/words-plugin.ts';

export default defineConfig({
  plugins: [words(), list(), noticeHtml()],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: ['tests/unit/**/*.test.{ts,tsx}'],
    // Some read every sentence or name of the product, and a machine may be slow.
    testTimeout: 60_000,
    // The default leaves one core to Vitest itself, which is half of a small machine.
    maxWorkers: '100%',
  },
});
