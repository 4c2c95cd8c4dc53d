import { defineConfig } from 'vitest/config';

const ignored = ['**/node_modules/**', '**/dist/**'];

/**
 * A test's suffix names what it needs: `.test` nothing, `.pg.test` a real PostgreSQL,
 * `.browser.test` PostgreSQL and Chromium, `.long.test` more time than `npm test` has,
 * `.negative.test` that a protection be switched off (`npm run test:negative`).
 */
export default defineConfig({
  test: {
    allowOnly: false,
    projects: [
      {
        test: {
          name: 'pure',
          include: ['{apps,packages,tests,tools}/**/*.test.{ts,tsx}'],
          exclude: [...ignored, '**/*.{pg,browser,long,negative}.test.{ts,tsx}'],
        },
      },
      {
        test: {
          name: 'pg',
          include: ['{apps,packages,tests}/**/*.pg.test.ts'],
          exclude: ignored,
          globalSetup: ['packages/testkit/src/postgres.setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['{apps,packages,tests}/**/*.browser.test.ts'],
          exclude: ignored,
          globalSetup: ['packages/testkit/src/postgres.setup.ts'],
          testTimeout: 600_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'long',
          include: ['{apps,packages,tests}/**/*.long.test.ts'],
          exclude: ignored,
          globalSetup: ['packages/testkit/src/postgres.setup.ts'],
          testTimeout: 7_200_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'negative',
          include: ['tests/negative/**/*.negative.test.ts'],
          exclude: ignored,
          globalSetup: ['packages/testkit/src/postgres.setup.ts'],
          testTimeout: 600_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
