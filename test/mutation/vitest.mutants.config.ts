// The settings under which mutants are tested: each property stops after a few seconds, because a mutant that lives so long is judged by the rest.
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/shared/**/*.test.ts'],
    setupFiles: ['test/mutation/short-properties.ts'],
    testTimeout: 60_000,
    pool: 'forks',
    isolate: false,
  },
})
