// A cross-reference table is read only when its counts are plain digits: anything else another program may read in another way.
import { describe, expect, test } from 'vitest'
import { openPdf } from './pdf-document.ts'

/** A file whose table has one more subsection. */
function withSubsection(head: string): Uint8Array {
  const body = '%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n'
  const table = `xref\n0 2\n0000000000 65535 f \n0000000009 00000 n \n${head}\ntrailer\n<< /Size 2 /Root 1 0 R >>\n`
  return Buffer.from(`${body}${table}startxref\n${body.length}\n%%EOF\n`, 'latin1')
}

describe('the head of a subsection', () => {
  test('says where it begins and how many entries it has, none at all included', () => {
    expect(openPdf(withSubsection('5 0')).entryOf(1)).toEqual({ kind: 'offset', offset: 9, generation: 0 })
  })

  // A count below zero would give back memory that was never used, and so take the limit off.
  test.each(['5 -1', '5 -900000000', '5 0e0', '5 0x0', '5 +0', '5 0.0', '+5 0', '5 ()'])('is refused as %s', (head) => {
    expect(() => openPdf(withSubsection(head))).toThrow(/cross-reference table/)
  })
})
