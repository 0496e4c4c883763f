import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { EvidenceFile } from '#shared/domain/evidence-file.ts'
import { harmlessName } from './file-name.ts'

describe("the name of a stranger's file", () => {
  test.each([
    ['Policy 2026.pdf', 'Policy 2026.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\a\\report.docx', 'report.docx'],
    ['/', 'file'],
    ['', 'file'],
    ['   ', 'file'],
    ['.bashrc', '_bashrc'],
    ['..', 'file'],
    ['invoice\u202efdp.exe', 'invoice_fdp.exe'],
    ['a\u200bb\u0007.txt', 'a_b_.txt'],
    ['what? "now": <a|b>*.pdf', 'what_ _now__ _a_b__.pdf'],
    ['con.txt', '_con.txt'],
    ['LPT1', '_LPT1'],
    ['trailing dot. ', 'trailing dot'],
    ['報告書.pdf', '報告書.pdf'],
    ['\ud800.png', '_.png'],
  ])('%j becomes %j', (given, kept) => {
    expect(harmlessName(given)).toBe(kept)
  })

  test('is shortened in the middle, so that its ending stays', () => {
    const kept = harmlessName(`${'x'.repeat(400)}.pdf`)
    expect(kept).toMatch(/^x+…\.pdf$/)
    expect(kept).toHaveLength(120)
    expect(harmlessName(`${'x'.repeat(114)}😀😀😀.pdf`).isWellFormed()).toBe(true)
    expect(harmlessName('y'.repeat(400))).toHaveLength(120)
  })

  test('is always one the vault takes, without folders and without what hides or reorders', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (given) => {
        const kept = harmlessName(given)
        expect(EvidenceFile.shape.fileName.safeParse(kept).success).toBe(true)
        expect(kept).not.toMatch(/[/\\\u200b-\u200f\u202a-\u202e\u2066-\u2069]/u)
        expect(harmlessName(kept)).toBe(kept)
      }),
      { numRuns: 1_000 },
    )
  })
})
