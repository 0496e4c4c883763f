// Every reader of binary files from outside: lists to import, certificate files, logos, answers of time-stamp authorities and what says that a certificate was revoked, each with thousands of broken ones.
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { Refusal } from '#shared/contract/refusal.ts'
import { readCsvTable, separatorOf } from '#main/features/import/csv-table.ts'
import { decodeText } from '#main/records/decode-text.ts'
import { listLimits } from '#main/features/import/limits.ts'
import { openXlsx } from '#main/features/import/xlsx-package.ts'
import { readSheetTable } from '#main/features/import/xlsx-table.ts'
import { readWorkbook } from '#main/features/import/xlsx-workbook.ts'
import { readJpeg } from '#main/features/report-look/read-jpeg.ts'
import { readPng } from '#main/features/report-look/read-png.ts'
import { readPkcs12 } from '#main/report/signing/pkcs12/read-pkcs12.ts'
import { readTimestampAnswer } from '#main/report/signing/timestamp-request.ts'
import { readCertificate } from '#main/report/verification/certificate-reader.ts'
import { DerError } from '#main/report/verification/der-reader.ts'
import { readOcspAnswer } from '#main/report/verification/ocsp-answer.ts'
import { DOCUMENT_PURPOSES, whoKnows } from '#main/report/verification/vouching.ts'
import { makeOcspServer } from '#test/fixtures/pdf/ocsp-server.ts'
import { jpegs, pngOf } from '#test/support/pictures.ts'
import { withParts, xlsxParts, zipOf } from '#test/support/xlsx-file.ts'
import { seededRandom } from '../trust/support/rounds.ts'
import { changedBytes } from './support/changed-bytes.ts'
import { fire, type Judgement } from './support/fire.ts'
import { caseCount, changedText, pick, type Random } from './support/hostile.ts'

const allDay = 7_200_000
const bytesOf = (input: unknown): Buffer => (Buffer.isBuffer(input) ? input : Buffer.alloc(0))

/** Whatever else it throws is a fault. */
async function refusedInWords(read: () => unknown): Promise<Judgement> {
  try {
    await read()
    return 'taken'
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    expect(String(error)).toMatch(/\.$/)
    return 'refused'
  }
}

const parts = xlsxParts([
  {
    name: 'Suppliers',
    rows: [
      ['Name', 'Country'],
      ['Kestrel Ltd', 'IE'],
      ['Fjällgård AB', 'SE'],
    ],
  },
])

async function readXlsx(bytes: Buffer): Promise<void> {
  const zip = await openXlsx(bytes)
  const workbook = await readWorkbook(zip)
  for (const sheet of workbook.sheets) await readSheetTable(zip, workbook, sheet)
}

/** Half have changes in the ZIP itself, half in the XML within a sound ZIP. */
function changedXlsx(random: Random): Buffer {
  if (random() < 0.5) return changedBytes(zipOf(parts), random)
  const part = pick(random, parts)
  return part === undefined ? Buffer.alloc(0) : zipOf(withParts(parts, [{ ...part, content: changedText(String(part.content), random) }]))
}

test(
  'the reader of workbooks takes or refuses any bytes with a sentence',
  async () => {
    const random = seededRandom(41)
    await readXlsx(zipOf(parts))
    await fire({
      what: 'workbooks to import',
      requirement: 'S26',
      cases: caseCount,
      next: () => changedXlsx(random),
      judge: (input) => refusedInWords(() => readXlsx(bytesOf(input))),
    })
  },
  allDay,
)

test(
  'the reader of text lists takes or refuses any bytes with a sentence',
  async () => {
    const random = seededRandom(42)
    const lists = ['Name;Country\r\n"Kestrel; Ltd";IE\r\n', 'Name,Country\n"quote "" quote",DE\nFjällgård,SE\n']
    const encoded = lists.flatMap((list) => [
      Buffer.from(list, 'utf8'),
      Buffer.from(`\uFEFF${list}`, 'utf16le'),
      Buffer.from(list, 'latin1'),
    ])
    await fire({
      what: 'text lists to import',
      mayTakeAll: true,
      requirement: 'S26',
      cases: caseCount,
      next: () => changedBytes(pick(random, encoded) ?? Buffer.alloc(0), random),
      judge: (input) =>
        refusedInWords(() => {
          const { text } = decodeText(bytesOf(input))
          const { rows } = readCsvTable(text, separatorOf(text))
          expect(rows.length).toBeLessThanOrEqual(listLimits.rows)
          expect(rows.every(({ cells }) => cells.length <= listLimits.columns)).toBe(true)
        }),
    })
  },
  allDay,
)

test(
  'the reader of certificate files takes or refuses any bytes with a code and a sentence',
  async () => {
    const random = seededRandom(43)
    const files = ['legacy-3des-rc2-40', 'legacy-2des-rc2-128'].map((name) =>
      readFileSync(resolve(import.meta.dirname, `../fixtures/pkcs12/${name}.p12`)),
    )
    await fire({
      what: 'certificate files',
      requirement: 'S26',
      cases: caseCount,
      next: () => changedBytes(pick(random, files) ?? Buffer.alloc(0), random),
      judge: (input) => {
        const reading = readPkcs12(bytesOf(input), 'secret')
        if (!reading.ok) expect(reading.detail).toMatch(/\.$/)
        return reading.ok ? 'taken' : 'refused'
      },
    })
  },
  allDay,
)

test(
  'the readers of logos take or refuse any bytes with a sentence, and hand on nothing but a picture',
  async () => {
    const random = seededRandom(44)
    const pictures = [pngOf({ widthPx: 40, heightPx: 10 }), jpegs.baseline, jpegs.progressive]
    await fire({
      what: 'logos',
      requirement: 'S26',
      cases: caseCount,
      next: () => changedBytes(pick(random, pictures) ?? Buffer.alloc(0), random),
      judge: (input) => {
        const file = bytesOf(input)
        const outcome = file[0] === 0x89 ? readPng(file) : readJpeg(file)
        if (!outcome.ok) expect(outcome.why).toMatch(/\.$/)
        else expect(outcome.picture.widthPx * outcome.picture.heightPx).toBeLessThanOrEqual(4_000_000)
        return outcome.ok ? 'taken' : 'refused'
      },
    })
  },
  allDay,
)

test(
  'the reader of answers of time-stamp authorities refuses any bytes with a code and a sentence',
  async () => {
    const random = seededRandom(45)
    // The head of an answer that was granted, and bytes that look like what would follow.
    const answer = Buffer.concat([Buffer.from('3082040030030201003082', 'hex'), Buffer.alloc(900, 0x30)])
    const expected = { stamped: Buffer.alloc(64), nonces: [Buffer.alloc(8, 1)], signedAt: new Date('2026-11-22T09:00:00.000Z') }
    await fire({
      what: 'answers of time-stamp authorities',
      requirement: 'S26',
      cases: caseCount,
      next: () => changedBytes(answer, random),
      judge: (input) => {
        const reading = readTimestampAnswer(bytesOf(input), expected)
        if (!reading.ok) expect(reading.detail).toMatch(/\.$/)
        return reading.ok ? 'taken' : 'refused'
      },
    })
  },
  allDay,
)

test(
  'the readers of revocation lists and OCSP answers take or refuse any bytes, and believe none whose signed part was changed',
  async () => {
    const random = seededRandom(46)
    const made = makeOcspServer([{ revokedAt: null }, { revokedAt: null, by: 'server' }])
    const [signer, authority] = [made.signer, made.authority].map(readCertificate)
    if (signer === undefined || authority === undefined) throw new Error('No certificates.')
    const sound = [...made.answers, made.serverRevoked].map((bytes) => Buffer.from(bytes))
    const occasion = { embedded: [made.authority], at: new Date(), purposes: DOCUMENT_PURPOSES }
    await fire({
      what: 'revocation lists and OCSP answers',
      requirement: 'S26',
      cases: caseCount,
      next: () => changedBytes(pick(random, sound) ?? Buffer.alloc(0), random),
      judge: (input) => {
        const bytes = bytesOf(input)
        // What an answer says is read before anybody asks who made it.
        try {
          readOcspAnswer(bytes).statusesOf(signer.serialContent, authority)
        } catch (error) {
          if (!(error instanceof DerError)) throw error
        }
        const { state } = whoKnows(signer, { ...occasion, revocationData: [bytes] }, []).revocation
        expect(state).not.toBe('revoked')
        return state === 'not-checked' ? 'refused' : 'taken'
      },
    })
  },
  allDay,
)
