import { describe, expect, test } from 'vitest'
import type { PackCheck, PackSummary } from '#shared/contract/packs.ts'
import { checkTitle, languageName, originWords, packTitle } from './pack-words.ts'

const pack: PackSummary = {
  reference: { id: 'three-steps', version: '1.0.0', sha256: '0'.repeat(64) },
  title: 'Three steps',
  description: 'Questions.',
  language: 'en',
  publishedOn: '2026-11-22',
  questionCount: 150,
  basedOn: null,
  origin: 'shipped',
  isCurrent: true,
}
const check: PackCheck = { kind: 'pack', pack: null, errorCount: 0, warningCount: 0, problems: [] }

describe('a pack', () => {
  test('is named with its version and its language', () => {
    expect([packTitle(pack), languageName('pt-BR')]).toEqual(['Three steps 1.0.0', 'Brazilian Portuguese'])
  })
  test('says where it comes from', () => {
    expect(originWords(pack)).toBe('comes with Gatehouse, used unless you choose another')
    expect(originWords({ ...pack, origin: 'kept', isCurrent: false })).toBe('kept in this vault')
    expect(originWords({ ...pack, origin: 'kept', isCurrent: false, basedOn: pack.reference })).toBe('your own, based on three-steps 1.0.0')
  })
})

describe('the check of a file', () => {
  test.each([
    [check, 'This pack can be used.'],
    [{ ...check, warningCount: 1 }, 'This pack can be used, with 1 warning.'],
    [{ ...check, kind: 'overlay' as const, errorCount: 2 }, 'This overlay cannot be used yet: 2 errors. Nothing was added.'],
  ])('%#', (one, words) => {
    expect(checkTitle(one)).toBe(words)
  })
})
