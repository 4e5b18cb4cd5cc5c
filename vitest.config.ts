import { defineConfig } from 'vitest/config'

// Shared threads without isolation start nine times faster; tests therefore never change globals.
const fast = { pool: 'threads', isolate: false } as const

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...fast,
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}', 'tools/**/*.test.ts'],
          globalSetup: 'src/testing/global-setup.ts',
          // A first embedded database takes up to 17 seconds on a busy computer.
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          ...fast,
          name: 'e2e',
          include: ['e2e/**/*.test.ts'],
          globalSetup: 'e2e/global-setup.ts',
          // One server and one browser serve all files, one after the other.
          maxWorkers: 1,
          fileParallelism: false,
          sequence: { groupOrder: 1 },
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
