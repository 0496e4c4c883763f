// Untouched reports verify; every attack file, flipped byte and hostile input is refused with a reason.
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { appendUpdate } from '#main/report/signing/incremental-update.ts'
import { readAttachment, listAttachments } from '#main/report/verification/attachments.ts'
import { openPdf } from '#main/report/verification/pdf-document.ts'
import { verifyPdf } from '#main/report/verification/verify-pdf.ts'
import { attackCorpus, codesOf, type Attack } from '#test/fixtures/pdf/attacks.ts'
import { flipped, textOfBytes } from '#test/fixtures/pdf/byte-edits.ts'
import { holeOf, PLACE, signed, testIdentity } from '#test/fixtures/pdf/signed-report.ts'
import { ATTACHMENT, ATTACHMENT_NAME, SIGNED_AT, typstReport } from '#test/fixtures/pdf/typst-report.ts'

const OPTIONS = { knownCertificates: [], now: SIGNED_AT }
const identity = testIdentity()
let report: Uint8Array
let file: Uint8Array
let corpus: readonly Attack[]

beforeAll(async () => {
  report = typstReport()
  file = await signed(report, identity, { widget: PLACE })
  corpus = attackCorpus(file)
})

/** Pseudo-random numbers, the same in every run (mulberry32). */
function* sequence(seed: number): Generator<number, never> {
  for (let state = seed; ;) {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    yield ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

function survivors(positions: readonly number[], masks: readonly number[]): readonly string[] {
  return positions.flatMap((at) =>
    masks.filter((mask) => verifyPdf(flipped(file, at, mask), OPTIONS).isIntactAndUnchanged).map((mask) => `${at}^${mask}`),
  )
}

describe('the attack corpus', () => {
  test('has at least forty files, all different from the signed one and from each other', () => {
    const contents = new Set(corpus.map((attack) => textOfBytes(attack.file)))
    expect(corpus.length).toBeGreaterThanOrEqual(40)
    expect(contents.size).toBe(corpus.length)
    expect(contents.has(textOfBytes(file))).toBe(false)
  })

  test('is made from a file that itself verifies', () => {
    expect(codesOf(verifyPdf(file, OPTIONS))).toEqual(['intact'])
  })

  test('is refused, every file, with the reason it deserves', () => {
    const missed = corpus.flatMap((attack) => {
      const verdict = verifyPdf(attack.file, OPTIONS)
      const codes = codesOf(verdict)
      return verdict.isIntactAndUnchanged || !codes.includes(attack.expected) ? [[attack.name, attack.expected, ...codes]] : []
    })
    expect(missed).toEqual([])
  })

  test('gives every refusal a sentence', () => {
    const silent = corpus.filter((attack) => {
      const { integrity, changesAfter } = verifyPdf(attack.file, OPTIONS)
      const sentences = [
        ...('reasons' in integrity ? integrity.reasons : []),
        ...(changesAfter.state === 'changed' ? changesAfter.changes : []),
      ].map(({ sentence }) => sentence)
      return sentences.length === 0 || sentences.some((sentence) => sentence.length < 10)
    })
    expect(silent.map(({ name }) => name)).toEqual([])
  })

  test('never changes the assessment that is read from the signed revision', () => {
    const attack = corpus.find(({ name }) => name === 'attached assessment replaced')
    const result = readAttachment(attack?.file ?? new Uint8Array(), ATTACHMENT_NAME)
    expect(result.ok && Buffer.from(result.bytes)).toEqual(ATTACHMENT)
    expect(result.ok && result.isFromSignedRevision).toBe(true)
  })
})

describe('a single changed byte', () => {
  test('is refused at 400 random places outside the signature value', () => {
    const { start, end } = holeOf(file)
    const random = sequence(20261122)
    const positions = Array.from({ length: 400 }, () => {
      const at = Math.floor(random.next().value * (file.length - (end - start)))
      return at < start ? at : at + (end - start)
    })
    expect(survivors(positions, [0x01, 0x20])).toEqual([])
  })

  test('is refused in every structural byte: header, signature dictionary, form, catalog, table and trailer', () => {
    const { start, end } = holeOf(file)
    const outside = Array.from({ length: file.length - end }, (_, index) => end + index)
    const dictionary = Array.from({ length: 200 }, (_, index) => start - 200 + index)
    const header = Array.from({ length: 20 }, (_, index) => index)
    const delimiters = [start, end - 1]
    expect(survivors([...header, ...dictionary, ...delimiters, ...outside], [0x01])).toEqual([])
  })

  test('is refused in every byte of the signature value that is not padding, and in the padding', () => {
    const { start, end, cms } = holeOf(file)
    const length = Buffer.from(cms).toString('hex').replace(/0+$/, '').length
    const value = Array.from({ length }, (_, index) => start + 1 + index)
    const padding = Array.from({ length: 50 }, (_, index) => end - 2 - index * 7)
    expect(survivors([...value, ...padding], [0x01, 0x20])).toEqual([])
  })
})

describe('hostile input', () => {
  const never = (bytes: Uint8Array) => {
    const verdict = verifyPdf(bytes, OPTIONS)
    expect(verdict.isIntactAndUnchanged).toBe(false)
    expect(() => JSON.stringify(verdict)).not.toThrow()
    expect(() => listAttachments(bytes)).not.toThrow()
    expect(() => readAttachment(bytes, ATTACHMENT_NAME)).not.toThrow()
  }

  test('random bytes never throw and never verify', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 2000 }), never), { numRuns: 300 })
  })

  test('random bytes behind a PDF header never throw and never verify', () => {
    const bytes = fc.uint8Array({ maxLength: 500 }).map((rest) => Buffer.concat([Buffer.from('%PDF-1.7\n'), rest]))
    fc.assert(fc.property(bytes, never), { numRuns: 300 })
  })

  test('a cut at any place never throws and never verifies', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: file.length - 1 }), (at) => never(file.subarray(0, at))),
      { numRuns: 150 },
    )
  })

  test('junk written over any place never throws and never verifies', () => {
    const place = fc.tuple(fc.integer({ min: 0, max: file.length - 40 }), fc.uint8Array({ minLength: 8, maxLength: 40 }))
    fc.assert(
      fc.property(place, ([at, junk]) => {
        const copy = Uint8Array.from(file)
        copy.set(junk, at)
        if (textOfBytes(copy) !== textOfBytes(file)) never(copy)
      }),
      { numRuns: 300 },
    )
  })

  test.each([
    ['nothing', ''],
    ['a header only', '%PDF-1.7\n'],
    ['ten thousand open brackets', `%PDF-1.7\n${'['.repeat(10_000)}\nstartxref\n9\n%%EOF`],
    ['a table that names itself', '%PDF-1.7\nxref\n0 0\ntrailer\n<< /Prev 9 /Root 1 0 R >>\nstartxref\n9\n%%EOF'],
    ['a table with a huge count', '%PDF-1.7\nxref\n0 99999999\ntrailer\n<< >>\nstartxref\n9\n%%EOF'],
    ['an encrypted file', '%PDF-1.7\nxref\n0 0\ntrailer\n<< /Encrypt 1 0 R >>\nstartxref\n9\n%%EOF'],
  ])('%s is refused', (_name, text) => never(Buffer.from(text, 'latin1')))

  test('more signatures than anybody makes are not checked one by one: each would take the whole file through its hash', () => {
    const document = openPdf(file)
    const root = document.trailer.entries.get('Root')
    const many = (count: number) => {
      const fields = Array.from({ length: count }, (_, index) => `<< /FT /Sig /T (S${index}) /V << /Type /Sig /Contents <00> >> >>`)
      const body = `<< /Type /Catalog /Pages 1 0 R /AcroForm << /Fields [${fields.join(' ')}] >> >>`
      const objectNumber = root?.kind === 'reference' ? root.objectNumber : 0
      return verifyPdf(appendUpdate(document, [{ objectNumber, generation: 0, body }]).bytes, OPTIONS)
    }
    expect(many(99)).toMatchObject({ integrity: { state: 'broken' }, isIntactAndUnchanged: false })
    expect(many(99).signatures).toHaveLength(100)
    expect(many(100)).toMatchObject({ integrity: { state: 'not-checked' }, signatures: [], isIntactAndUnchanged: false })
  })

  test('a file that was never signed is called unsigned, not broken', () => {
    const verdict = verifyPdf(report, OPTIONS)
    expect(verdict.integrity).toEqual({ state: 'unsigned' })
    expect(verdict.isIntactAndUnchanged).toBe(false)
    expect(verdict.attachments.map(({ name }) => name)).toEqual([ATTACHMENT_NAME])
  })
})
