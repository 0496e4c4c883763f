import { defineConfig } from '@playwright/test'

// The real Electron app, one at a time: two would share the processors and make times meaningless.
export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'out/test-results',
  workers: 1,
  fullyParallel: false,
  // A busy machine may be late in showing a window: one more try, reported as flaky. What must never be lost, leaked or sent gets none.
  retries: process.env['CI'] === 'true' ? 1 : 0,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  use: { actionTimeout: 10_000 },
})
