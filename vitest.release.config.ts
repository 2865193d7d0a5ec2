import { defineConfig } from 'vitest/config';

// `npm run test:release`: builds several times, so it is no part of `npm test`.
export default defineConfig({
  test: {
    include: ['tests/release/**/*.test.ts'],
    testTimeout: 600_000,
    hookTimeout: 600_000,
    fileParallelism: false,
  },
});
