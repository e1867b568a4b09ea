import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    reporters: ['default', './scripts/summary-reporter.ts'],
    projects: [
      {
        test: { name: 'remark-digest', include: ['packages/remark-digest/test/**/*.test.ts'] },
      },
      {
        test: { name: 'unit', include: ['packages/astro-digest/test/unit/**/*.test.ts'] },
      },
      {
        test: {
          name: 'build',
          include: ['packages/astro-digest/test/build/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 240_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['packages/astro-digest/test/browser/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 240_000,
        },
      },
    ],
  },
});
