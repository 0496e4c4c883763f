import { describe, expect, test } from 'vitest'
import { contentText } from './backup-words.ts'

const backup = { id: 'x', madeAt: '2026-11-22T09:00:00.000Z', reason: null, sizeBytes: 1, historyEntries: null, counts: null }

describe('the words of a backup', () => {
  test('say what is in it, as far as that is known without opening it', () => {
    const counts = { thirdParties: 1, assessments: 2, answers: 9, signers: 1, reports: 0 }
    expect(contentText({ ...backup, counts })).toBe('1 third party, 2 assessments, 0 signed reports')
    expect(contentText({ ...backup, historyEntries: 1 })).toBe('1 entry of history')
    expect(contentText(backup)).toBe('not known before it is opened')
  })
})
