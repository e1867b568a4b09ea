import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    reporters: ['default', './scripts/summary-reporter.ts'],
    // What stands between a digest and code is tested line by line and branch by branch.
    coverage: {
      provider: 'v8',
      include: [
        'packages/remark-digest/src/{canonical,escape,identity,phrasing-to-markdown,to-markdown,to-mdx,verify-mdx}.ts',
      ],
      reporter: ['text'],
      thresholds: { 100: true },
    },
    projects: [
      {
        test: {
          name: 'remark-digest',
          include: ['packages/remark-digest/test/**/*.test.ts'],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'unit',
          include: ['packages/astro-digest/test/unit/**/*.test.ts'],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'build',
          include: ['packages/astro-digest/test/build/**/*.test.ts'],
          // They wait for programs rather than work, and measure no time: they have all cores, and nothing beside them.
          maxWorkers: '100%',
          sequence: { groupOrder: 1 },
          testTimeout: 120_000,
          hookTimeout: 240_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['packages/astro-digest/test/browser/**/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 240_000,
        },
      },
    ],
  },
});
