import { describe, expect, test } from 'vitest'
import { contentText, sizeText } from './backup-words.ts'

const backup = { id: 'x', madeAt: '2026-11-22T09:00:00.000Z', reason: null, sizeBytes: 1, historyEntries: null, counts: null }

describe('the words of a backup', () => {
  test('say what is in it, as far as that is known without opening it', () => {
    const counts = { thirdParties: 1, assessments: 2, answers: 9, signers: 1, reports: 0 }
    expect(contentText({ ...backup, counts })).toBe('1 third party, 2 assessments, 0 signed reports')
    expect(contentText({ ...backup, historyEntries: 1 })).toBe('1 entry of history')
    expect(contentText(backup)).toBe('not known before it is opened')
  })

  test.each([
    [10, '0.0 KB'],
    [204_800, '200 KB'],
    [1_300_000, '1.2 MB'],
    [52_428_800, '50 MB'],
    [3_221_225_472, '3.0 GB'],
  ])('%i bytes are %s', (bytes, text) => {
    expect(sizeText(bytes)).toBe(text)
  })
})
