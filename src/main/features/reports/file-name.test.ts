// The name of a report's file: short enough, and saying what it says.
import { describe, expect, test } from 'vitest'
import { reportFileName } from './file-name.ts'

describe('a report’s file name', () => {
  const signedAt = '2026-11-22T09:00:00.000Z'

  test('names the third party and the day', () => {
    expect(reportFileName('assessment', 'Kestrel Sequencing Services Ltd', signedAt)).toBe(
      'Assessment of Kestrel Sequencing Services Ltd 2026-11-22.pdf',
    )
  })

  test('says what kind of report it is', () => {
    expect(reportFileName('portfolio', 'Brightwell', signedAt)).toBe('Portfolio of Brightwell 2026-11-22.pdf')
    expect(reportFileName('programme', '', signedAt)).toBe('Programme of organization 2026-11-22.pdf')
  })

  test.each(['名'.repeat(300), '😀'.repeat(150), 'x'.repeat(300), 'é'.repeat(300)])(
    'never takes more bytes than file systems do: %s',
    (name) => {
      const fileName = reportFileName('assessment', name, signedAt)
      expect(Buffer.byteLength(fileName)).toBeLessThanOrEqual(220)
      expect(fileName.isWellFormed()).toBe(true)
    },
  )

  test('drops what file systems refuse and what would hide or reorder the name', () => {
    expect(reportFileName('assessment', 'A/B\\C:D\u202Efdp.exe\u0085', signedAt)).toBe('Assessment of A B C D fdp.exe 2026-11-22.pdf')
    expect(reportFileName('assessment', '\u200b\u2028', signedAt)).toBe('Assessment of third party 2026-11-22.pdf')
    expect(reportFileName('assessment', 'CON', signedAt)).toBe('Assessment of third party 2026-11-22.pdf')
  })
})
