import { defineConfig } from 'vitest/config';
import { list } from './scripts/build/list-plugin.ts';
import { noticeHtml } from './scripts/build/notice-html-plugin.ts';
import { words } from './scripts/build/words-plugin.ts';

export default defineConfig({
  plugins: [words(), list(), noticeHtml()],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: ['tests/unit/**/*.test.{ts,tsx}'],
    testTimeout: 20_000,
  },
});
