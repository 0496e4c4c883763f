import { defineConfig } from '@playwright/test'

// The pictures of the manual: `npm run screenshots`.
export default defineConfig({
  testDir: 'test/screenshots',
  testMatch: '**/*.shots.ts',
  outputDir: 'out/test-results',
  workers: 1,
  timeout: 600_000,
  reporter: [['list']],
  use: { actionTimeout: 15_000 },
})
