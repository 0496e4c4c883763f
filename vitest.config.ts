import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'test/{integration,trust,fuzz}/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    pool: 'forks',
    // All processors: Vitest would leave one idle, which on two is half of them.
    maxWorkers: availableParallelism(),
    coverage: {
      provider: 'v8',
      include: ['src/shared/**/*.ts', 'src/main/**/*.ts'],
      // What needs Electron itself is covered by the tests that drive the real app.
      exclude: [
        '**/*.test.ts',
        '**/*.d.ts',
        'src/main/index.ts',
        'src/main/preload/**',
        'src/main/platform/**',
        'src/main/ipc/door.ts',
        'src/main/engine/process.ts',
        'src/main/cli/index.ts',
        // Runs in a process of its own, one for each job, which test/integration/tokens.test.ts looks at from outside.
        'src/main/tokens/process.ts',
        'src/main/tokens/module/**',
        // Runs in a process of its own, where test/integration/no-network.test.ts looks at what it leaves.
        'src/main/engine/no-network.ts',
      ],
      reportsDirectory: 'out/coverage',
      reporter: ['text-summary', 'json-summary', 'json'],
      thresholds: {
        lines: 95,
        branches: 90,
        'src/shared/**/*.ts': { branches: 100 },
        'src/main/ipc/*.ts': { branches: 100 },
        'src/main/report/model.ts': { branches: 100 },
        'src/main/report/model/**/*.ts': { branches: 100 },
      },
    },
  },
})
