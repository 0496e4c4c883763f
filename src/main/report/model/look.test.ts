// A chosen look as it is printed: a logo of any shape fits its room, and names whose it is.
import { describe, expect, test } from 'vitest'
import { ownLook, plainLook } from '#shared/domain/report-look.ts'
import { words } from '#test/golden/report-model-case.ts'
import { preparedFor, printedLook } from './look.ts'

const logoOf = (widthPx: number, heightPx: number, issuer = '') =>
  printedLook({ look: { ...plainLook, issuer }, logo: { format: 'png', widthPx, heightPx, content: Buffer.from('png') } }, 'Harbour', words)
    .logo

describe('a logo', () => {
  test.each([
    ['wide', [4_000, 100], [52, 1.3]],
    ['square', [300, 300], [13, 13]],
    ['high', [100, 1_000], [1.3, 13]],
    ['of the room’s own shape', [400, 100], [52, 13]],
  ] as const)('that is %s fits 52 by 13 millimetres', (_, [widthPx, heightPx], [widthMm, heightMm]) => {
    expect(logoOf(widthPx, heightPx)).toMatchObject({ widthMm, heightMm, format: 'png', base64: 'cG5n' })
  })

  test('says whose it is: the issuer’s, else the organization’s', () => {
    expect(logoOf(1, 1)?.alt).toBe('Logo of Harbour')
    expect(logoOf(1, 1, 'Whitfield Advisory')?.alt).toBe('Logo of Whitfield Advisory')
    expect(printedLook(ownLook, 'Harbour', words)).toEqual({ paper: 'a4', accent: '#14506b', logo: null })
  })
})

describe('the line beside it', () => {
  test('names for whom, and by whom when that is somebody else, each cut to fit', () => {
    expect(preparedFor(plainLook, 'Harbour', words)).toBe('Prepared for Harbour')
    expect(preparedFor({ ...plainLook, issuer: 'W'.repeat(80) }, 'H'.repeat(200), words)).toMatch(/^Prepared for H{47}… by W{47}…$/)
  })
})
