// Every reader of a file from outside: packs, assessments, key lists, exchanged files, screening lists and PDFs, each with thousands of broken ones.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { AssessmentInput } from '#shared/domain/assessment-input.ts'
import { readBundle } from '#shared/exchange/bundle.ts'
import { readRequest } from '#shared/exchange/request.ts'
import { sealText } from '#shared/exchange/sealed-file.ts'
import { readPack } from '#shared/pack/read-pack.ts'
import { readCsv } from '#shared/screening/csv-rows.ts'
import { readKeptPack } from '#main/packs/pack-library.ts'
import { verifyPdf } from '#main/report/verification/verify-pdf.ts'
import { canonicalJson } from '#main/store/canonical-json.ts'
import { readKeyList } from '#main/store/keys/key-list.ts'
import { signed, testIdentity } from '#test/fixtures/pdf/signed-report.ts'
import { SIGNED_AT, typstReport } from '#test/fixtures/pdf/typst-report.ts'
import { packFile, question } from '#test/generators/build-pack.ts'
import { exampleNames, readExample } from '#test/support/example.ts'
import { seededRandom } from '../trust/support/rounds.ts'
import { fire, type Judgement } from './support/fire.ts'
import { caseCount, changedText, hugeText, nearlySound, pick, type Random } from './support/hostile.ts'

const allDay = 7_200_000

const isRefusal = (reading: { readonly ok: boolean }): Judgement => (reading.ok ? 'taken' : 'refused')
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** The text of a tree, as far as it has one. */
function jsonOf(tree: unknown): string {
  try {
    return JSON.stringify(tree) ?? 'undefined'
  } catch {
    return '{"a cycle":'
  }
}

const pack = packFile([question('AA-01'), question('AA-02', { answer: { kind: 'text' } }), question('BB-01')])

test('the reader of packs takes or refuses any value, and its problems are in words', () => {
  const inputs = nearlySound([pack], 21)
  return fire({
    what: 'question packs as values',
    requirement: 'S26',
    cases: caseCount,
    next: () => inputs.next().value,
    judge: (input) => {
      const reading = readPack(input)
      if (!reading.ok) expect(reading.problems.every(({ message }) => message !== '')).toBe(true)
      return isRefusal(reading)
    },
  })
})

test(
  'the reader of pack files takes or refuses any text with a sentence',
  () => {
    const random = seededRandom(22)
    const text = jsonOf(pack)
    return fire({
      what: 'question packs as text',
      requirement: 'S26',
      cases: caseCount,
      next: () => changedText(text, random),
      judge: (input) => {
        try {
          readKeptPack(String(input))
          return 'taken'
        } catch (error) {
          expect(error).toBeInstanceOf(Error)
          expect(error).not.toBeInstanceOf(TypeError)
          expect(error).not.toBeInstanceOf(RangeError)
          return 'refused'
        }
      },
    })
  },
  allDay,
)

test(
  'the reader of assessments takes or refuses any value',
  () => {
    const inputs = nearlySound(exampleNames.map(readExample), 23)
    return fire({
      what: 'assessment inputs',
      requirement: 'S26',
      cases: caseCount,
      next: () => inputs.next().value,
      judge: (input) => (AssessmentInput.safeParse(input).success ? 'taken' : 'refused'),
    })
  },
  allDay,
)

const keyText = readFileSync(resolve(import.meta.dirname, '../fixtures/vaults/v1/Example.gatehouse/keys.json'), 'utf8')

/** A key list whose checksum is right for what was changed in it: damage cannot be told from intent by that alone. */
function resealedKeyList(tree: unknown): string {
  try {
    const { checksum: _, ...content } = Object(tree)
    return jsonOf({ ...content, checksum: sha256(canonicalJson(content)) })
  } catch {
    // What has no canonical JSON cannot be sealed.
    return jsonOf(tree)
  }
}

test('the reader of key lists takes or refuses any text, also one with a right checksum', async () => {
  const random = seededRandom(24)
  const trees = nearlySound([JSON.parse(keyText)], 24)
  await fire({
    what: 'key lists',
    requirement: 'S17',
    cases: caseCount,
    next: () => (random() < 0.5 ? changedText(keyText, random) : resealedKeyList(trees.next().value)),
    judge: (input) => isRefusal(readKeyList(String(input))),
  })
  expect(readKeyList(hugeText).ok).toBe(false)
})

const exchangeReaders = [
  ['requests', readRequest, { format: 'gatehouse.request', formatVersion: 1, questions: [], askedBy: 'A', askedOf: 'B' }],
  ['bundles', readBundle, { format: 'gatehouse.bundle', formatVersion: 1, answers: [], exportedAt: '2026-11-22T09:00:00.000Z' }],
] as const

test.each(exchangeReaders)('the reader of %s takes or refuses any text, also one with a right seal', (what, read, base) => {
  const random = seededRandom(25)
  const trees = nearlySound([base], 25)
  const next = () => {
    const tree = trees.next().value
    try {
      const sealed = sealText(Object(tree), sha256)
      return random() < 0.5 ? sealed : changedText(sealed, random)
    } catch {
      return changedText(jsonOf(tree), random)
    }
  }
  return fire({ what, requirement: 'S26', cases: caseCount, next, judge: (input) => isRefusal(read(String(input), sha256)) })
})

test('the reader of screening lists takes any text and counts the lines that are none', () => {
  const random = seededRandom(26)
  const list = 'name,country\n"Kestrel, Ltd",IE\n"quote "" quote",DE\n'.repeat(20)
  return fire({
    what: 'screening lists',
    requirement: 'S26',
    cases: caseCount,
    next: () => changedText(list, random),
    judge: (input) => {
      const reading = readCsv(String(input), 10)
      expect(reading.rows.length).toBeLessThan(500)
      return reading.badLines.length > 0 || reading.rows.length !== 41 ? 'refused' : 'taken'
    },
  })
})

let report: Buffer

beforeAll(async () => {
  report = Buffer.from(await signed(typstReport(), testIdentity()))
})

/** The signed report with bytes changed, words of its syntax put in, or a part cut out, moved or added. */
function changedPdf(random: Random): Buffer {
  const at = Math.floor(random() * report.length)
  const luck = random()
  if (luck < 0.35) {
    const changed = Buffer.from(report)
    for (let count = 1 + Math.floor(random() * 8); count > 0; count -= 1)
      changed[Math.floor(random() * changed.length)] = Math.floor(random() * 256)
    return changed
  }
  const words = [
    '%%EOF',
    'startxref\n0\n',
    'endobj',
    '<< /Type /Catalog /Pages 1 0 R >>',
    '/ByteRange [0 1 2 3]',
    'xref\n0 1\n',
    '/Encrypt 1 0 R',
    '>>'.repeat(50),
    '[['.repeat(3_000),
  ]
  const piece = Buffer.from(luck < 0.7 ? (pick(random, words) ?? '') : report.subarray(at, at + Math.floor(random() * 2_000)))
  const into = Math.floor(random() * report.length)
  if (luck < 0.55) {
    const changed = Buffer.from(report)
    piece.copy(changed, into)
    return changed
  }
  const skipped = luck < 0.8 ? 0 : Math.floor(random() * 500)
  return luck > 0.95 ? report.subarray(0, into) : Buffer.concat([report.subarray(0, into), piece, report.subarray(into + skipped)])
}

test(
  'the verifier calls no changed report intact, and throws at none',
  () => {
    const random = seededRandom(27)
    const options = { knownCertificates: [], now: SIGNED_AT }
    expect(verifyPdf(report, options).isIntactAndUnchanged).toBe(true)
    return fire({
      what: 'PDFs',
      requirement: 'S26',
      cases: caseCount,
      next: () => changedPdf(random),
      judge: (input) => {
        const pdf = input instanceof Buffer ? input : Buffer.alloc(0)
        const verdict = verifyPdf(pdf, options)
        const isSame = pdf.equals(report)
        expect(verdict.isIntactAndUnchanged).toBe(isSame)
        return isSame ? 'taken' : 'refused'
      },
    })
  },
  allDay,
)
