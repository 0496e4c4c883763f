// The layer rules: one forbidden import planted for each row of ARCHITECTURE.md's table, and each must be found.
import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { temporaryFolder } from '../support/vault-place.ts'

const root = resolve(import.meta.dirname, '../..')

/** What the linter says of one file with one import, under the project's own rules. */
function lintPlanted(file: string, imported: string): { exitCode: number | null; output: string } {
  const folder = temporaryFolder()
  copyFileSync(join(root, '.oxlintrc.json'), join(folder, '.oxlintrc.json'))
  const path = join(folder, file)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, `import { planted } from '${imported}'\n\nexport const kept = planted\n`)
  const run = spawnSync(join(root, 'node_modules/.bin/oxlint'), ['--deny-warnings', file], { cwd: folder, encoding: 'utf8' })
  rmSync(path)
  return { exitCode: run.status, output: run.stdout + run.stderr }
}

const forbidden = [
  ['src/shared/domain/planted.ts', 'node:fs', 'shared/domain may import zod and itself only'],
  ['src/shared/domain/planted.ts', '#shared/contract/fault.ts', 'shared/domain may import zod and itself only'],
  ['src/shared/domain/planted.ts', '../contract/fault.ts', 'shared/domain may import zod and itself only'],
  ['src/shared/scoring/planted.ts', '#main/store/store.ts', 'shared/scoring and shared/pack'],
  ['src/shared/scoring/planted.ts', 'react', 'shared/scoring and shared/pack'],
  ['src/shared/pack/planted.ts', 'node:crypto', 'shared/scoring and shared/pack'],
  ['src/shared/scoring/planted.ts', '#shared/reference/countries.ts', 'shared/scoring and shared/pack'],
  ['src/shared/scoring/planted.ts', '../reference/thresholds.ts', 'shared/scoring and shared/pack'],
  ['src/shared/reference/planted.ts', '../scoring/score.ts', 'shared/reference may import'],
  ['src/shared/reference/planted.ts', 'node:fs', 'shared/reference may import'],
  ['src/shared/exchange/planted.ts', 'node:crypto', 'shared/exchange and shared/screening'],
  ['src/shared/screening/planted.ts', '#main/store/store.ts', 'shared/exchange and shared/screening'],
  ['src/shared/contract/planted.ts', 'electron', 'shared/contract may import'],
  ['src/main/store/planted.ts', 'electron', 'main/store may import'],
  ['src/main/store/planted.ts', '#main/features/vault/handlers.ts', 'main/store may import'],
  ['src/main/store/keys/planted.ts', '../../features/vault/handlers.ts', 'main/store may import'],
  ['src/main/report/planted.ts', '#main/store/store.ts', 'main/report may import'],
  ['src/main/report/signing/planted.ts', 'electron', 'main/report may import'],
  ['src/main/packs/planted.ts', '#main/features/vault/handlers.ts', 'main/packs and main/records'],
  ['src/main/records/planted.ts', 'electron', 'main/packs and main/records'],
  ['src/main/features/vault/planted.ts', '../reports/queries.ts', 'no other feature'],
  ['src/main/features/vault/planted.ts', '#main/features/reports/queries.ts', 'no other feature'],
  ['src/main/features/vault/planted.ts', 'electron', 'no other feature'],
  ['src/main/features/signers/planted.ts', '#main/tokens/module/cryptoki.ts', 'no other feature'],
  ['src/main/tokens/planted.ts', '#main/store/store.ts', 'main/tokens knows nothing of the vault'],
  ['src/main/tokens/module/planted.ts', 'electron', 'main/tokens knows nothing of the vault'],
  ['src/main/platform/planted.ts', '#main/tokens/module/cryptoki.ts', 'main/platform may import'],
  ['src/main/platform/planted.ts', 'koffi', 'main/platform may import'],
  ['src/main/engine/planted.ts', 'koffi', 'engine and command line'],
  ['src/main/engine/planted.ts', 'electron', 'engine and command line'],
  ['src/main/cli/planted.ts', '../ipc/door.ts', 'engine and command line'],
  ['src/main/ipc/planted.ts', '#main/store/store.ts', 'main/ipc may import'],
  ['src/main/ipc/planted.ts', '#shared/domain/answer.ts', 'main/ipc may import'],
  ['src/main/platform/planted.ts', '#main/store/store.ts', 'main/platform may import'],
  ['src/main/platform/planted.ts', 'better-sqlite3', 'main/platform may import'],
  ['src/main/preload/planted.ts', './other.ts', 'the preload may import electron only'],
  ['src/renderer/ui/planted.ts', '#renderer/bridge/call.ts', 'renderer/ui knows'],
  ['src/renderer/ui/planted.ts', '../features/reports/page.tsx', 'renderer/ui knows'],
  ['src/renderer/i18n/planted.ts', '../bridge/call.ts', 'renderer/i18n knows'],
  ['src/renderer/i18n/planted.ts', '#shared/domain/answer.ts', 'renderer/i18n knows'],
  ['src/renderer/bridge/planted.ts', '../ui/button.tsx', 'renderer/bridge may import'],
  ['src/renderer/bridge/planted.ts', '#main/store/store.ts', 'renderer/bridge may import'],
  ['src/renderer/features/vault/planted.ts', '../reports/page.tsx', 'a page feature'],
  ['src/renderer/features/vault/planted.ts', '#renderer/features/reports/page.tsx', 'a page feature'],
  ['src/renderer/features/vault/planted.ts', '#main/store/store.ts', 'a page feature'],
  ['src/renderer/features/vault/parts/planted.ts', '../../reports/page.tsx', 'a page feature'],
  ['src/renderer/app/planted.ts', 'node:fs', 'renderer/app may import'],
] as const

const allowed = [
  ['src/shared/domain/planted.ts', './answer.ts'],
  ['src/shared/domain/planted.ts', 'zod'],
  ['src/shared/exchange/planted.ts', '../scoring/score.ts'],
  ['src/shared/screening/planted.ts', 'csv-parse/sync'],
  ['src/main/store/planted.ts', '#shared/domain/answer.ts'],
  ['src/main/store/planted.ts', 'better-sqlite3'],
  ['src/main/features/vault/planted.ts', '../feature-context.ts'],
  ['src/main/features/vault/planted.ts', '#main/store/vault.ts'],
  ['src/main/features/vault/planted.ts', './queries.ts'],
  ['src/main/ipc/planted.ts', '#shared/contract/contract.ts'],
  ['src/main/preload/planted.ts', 'electron'],
  ['src/renderer/features/vault/planted.ts', '#renderer/ui/button.tsx'],
  ['src/renderer/features/vault/parts/planted.ts', '../session/store.ts'],
  ['src/renderer/ui/planted.ts', 'react'],
  ['src/renderer/i18n/planted.ts', 'i18next'],
  ['src/renderer/i18n/planted.ts', '#shared/pseudo.ts'],
  ['src/renderer/bridge/planted.ts', '#renderer/i18n/start-words.ts'],
] as const

describe('the layer rules', () => {
  test.each(forbidden)('refuse that %s imports %s', (file, imported, sentence) => {
    const { exitCode, output } = lintPlanted(file, imported)
    expect(exitCode).toBe(1)
    expect(output).toContain('no-restricted-imports')
    expect(output).toContain(sentence)
  })

  test.each(allowed)('allow that %s imports %s', (file, imported) => {
    expect(lintPlanted(file, imported).output).not.toContain('no-restricted-imports')
  })
})
