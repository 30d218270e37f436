import { defineConfig } from 'vitest/config'

const jsx = { oxc: { jsx: { runtime: 'automatic' as const, importSource: 'preact' } } }

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    projects: [
      {
        // The first reading compiles every pattern, which takes its time on a machine that is busy.
        ...jsx,
        test: { name: 'pure', include: ['language/**/*.test.ts', 'reader/**/*.test.ts'], testTimeout: 20_000 },
      },
      {
        ...jsx,
        test: {
          name: 'house',
          include: ['{app,cli,demo,tests}/**/*.test.{ts,tsx}', 'bin/**/*.test.js'],
          exclude: ['tests/foreign/**'],
          globalSetup: ['tests/world/database-server.ts', 'tests/world/browser-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        ...jsx,
        test: {
          name: 'foreign',
          include: ['tests/foreign/**/*.test.ts'],
          globalSetup: ['tests/world/database-server.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
