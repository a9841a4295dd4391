import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    pool: 'threads',
    // All cores of a small machine: the main thread only waits.
    maxWorkers: Math.max(2, availableParallelism() - 1),
  },
});
