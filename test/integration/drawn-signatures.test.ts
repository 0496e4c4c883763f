// What those who sign later state stands on the page, in the place kept for it, and nothing else can be drawn there or anywhere.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { judgePdf } from '#main/features/reports/verdict.ts'
import { countersignPdf } from '#main/report/signing/countersign-pdf.ts'
import { createInMemorySignBackend } from '#main/report/signing/sign-backend.ts'
import { blockLines, blockPitchPt, drawnBlock } from '#main/report/verification/drawn-block.ts'
import { openPdf } from '#main/report/verification/pdf-document.ts'
import { preparedBlock } from '#main/report/verification/prepared-block.ts'
import { preparedFields } from '#main/report/verification/prepared-fields.ts'
import { verifyPdf } from '#main/report/verification/verify-pdf.ts'
import { attackCorpus, codesOf } from '#test/fixtures/pdf/attacks.ts'
import { drawingAttacks, drawnOver } from '#test/fixtures/pdf/attacks-on-the-drawing.ts'
import { inFolder, runTool } from '#test/fixtures/pdf/outside-tools.ts'
import { FACTS, PLACE, signed, testIdentity } from '#test/fixtures/pdf/signed-report.ts'
import { SIGNED_AT, typstReport } from '#test/fixtures/pdf/typst-report.ts'
import { resourcesDirectory } from '../support/engine-session.ts'

const OPTIONS = { knownCertificates: [], now: SIGNED_AT }
const [assessor, reviewer, client] = [testIdentity('Ada Byron'), testIdentity('Grace Hopper'), testIdentity('Client Ltd')]
const furtherFont = readFileSync(join(resourcesDirectory, 'fonts', 'GatehouseMono-Regular.ttf'))
const heightPt = Object.values(blockLines).reduce((sum, lines) => sum + lines, 0) * blockPitchPt
const placeAt = (topPt: number) => ({ pageIndex: 1, leftPt: 70.87, topPt, widthPt: 320, heightPt })
const furtherFields = [
  { description: 'Place for the signature of the reviewer', place: placeAt(300) },
  { description: 'Place for the signature of the client', place: { ...placeAt(500), pageIndex: 0 } },
]
let first: Uint8Array
let second: Uint8Array

async function countersigned(file: Uint8Array, identity = reviewer, facts = FACTS): Promise<Uint8Array> {
  const result = await countersignPdf(file, { signer: createInMemorySignBackend(identity), facts })
  if (!result.ok) throw new Error(`${result.code}: ${result.detail}`)
  return result.pdf
}

beforeAll(async () => {
  first = await signed(typstReport(), assessor, { widget: PLACE, furtherFields, furtherFont, claimsPdfUa: true })
  second = await countersigned(first)
})

/** Words of a page as poppler shows them, drawings of fields included. */
function wordsIn(pdf: Uint8Array): string {
  return inFolder((at) => {
    const flat = at('flat.pdf')
    runTool('qpdf', ['--flatten-annotations=all', at('in.pdf', pdf), flat])
    return runTool('pdftotext', ['-layout', flat, '-']).text
  })
}

describe('a further signature in a place on the page', () => {
  test('shows name, role, time, reason and certificate of its signer there, and only once it is made', async () => {
    const grouped = reviewer.fingerprintSha256.slice(0, 9).replace(/(.{4})(?=.)/g, '$1 ')
    expect(wordsIn(first)).not.toContain('2026-11-22 10:00:00 UTC')
    const words = wordsIn(second)
    for (const fact of ['Ada Byrøn', 'Lead assessor', '2026-11-22 10:00:00 UTC', 'Approved (final)', grouped]) expect(words).toContain(fact)
    const third = await countersigned(second, client, { ...FACTS, name: 'Client Ltd' })
    expect(wordsIn(third)).toContain('Client Ltd')
    expect(verifyPdf(third, OPTIONS)).toMatchObject({ isIntactAndUnchanged: true, changesAfter: { count: 2 }, openFields: [] })
    const signatures = inFolder((at) => runTool('pdfsig', [at('three.pdf', third)]).text)
    expect(signatures.match(/Signature is Valid/g)).toHaveLength(3)
  })

  test('keeps every earlier byte, and the fonts of all its letters inside', () => {
    expect(Buffer.compare(second.subarray(0, first.length), first)).toBe(0)
    const fonts = inFolder((at) => runTool('pdffonts', [at('two.pdf', second)]).text)
    expect(fonts).toMatch(/GatehouseMono-Regular +CID TrueType +Identity-H +yes no +yes/)
  })

  test('spells out what the font lacks or what would deceive, and ends in an ellipsis what does not fit', () => {
    const document = openPdf(first)
    const block = preparedBlock(document, preparedFields(document)[0]?.dictionary ?? { kind: 'dictionary', entries: new Map() })
    if (block === null) throw new Error('No block.')
    const characters = new Map([...block.font.glyphs].map(([code, glyph]) => [glyph, String.fromCodePoint(code)]))
    const linesOf = (name: string) => {
      const body = drawnBlock(
        { name, role: '', reason: 'R', signedAt: '2026-11-22T10:00:00Z', certificateSha256: 'ab' },
        block.size,
        block.font,
      )
      return [...body.matchAll(/<([0-9A-F]+)> Tj/g)].map(([, hex = '']) =>
        (hex.match(/.{4}/g) ?? []).map((glyph) => characters.get(Number.parseInt(glyph, 16))).join(''),
      )
    }
    expect(linesOf('Ада Łoś').slice(0, 1)).toEqual(['Ада Łoś'])
    expect(linesOf('格 \u202Eeve').slice(0, 1)).toEqual(['(U+683C) ‹U+202E›eve'])
    const long = linesOf('word '.repeat(60))
    expect(long[1]?.endsWith('…')).toBe(true)
    expect(Math.max(...linesOf('x'.repeat(500)).map((line) => line.length))).toBeLessThanOrEqual(Math.floor(320 / 4.8))
    expect(long).toHaveLength(5)
  })

  test('is refused here when its place cannot show all of it, and says how much it can', async () => {
    const sign = async (facts: Partial<typeof FACTS>) =>
      await countersignPdf(first, { signer: createInMemorySignBackend(reviewer), facts: { ...FACTS, ...facts } })
    const reservation = `${'I checked the answers and what stands behind them. '.repeat(4)}I do NOT agree that we proceed.`
    const refused = await sign({ reason: reservation })
    expect(refused).toMatchObject({ ok: false, code: 'facts-too-long' })
    const room = Number(/Shorten it to (\d+) characters\.$/.exec(refused.ok ? '' : refused.detail)?.[1])
    expect(room).toBeGreaterThan(150)
    expect(await sign({ reason: reservation.slice(0, room) })).toMatchObject({ ok: true })
    expect(await sign({ reason: reservation.slice(0, room + 1) })).toMatchObject({ ok: false })
    expect(await sign({ reason: '格'.repeat(40) })).toMatchObject({
      ok: false,
      detail: expect.stringContaining('Shorten it to 24 characters.'),
    })
    expect(await sign({ role: 'Assessor '.repeat(9) })).toMatchObject({
      ok: false,
      detail: expect.stringContaining('whose role has at most'),
    })
    expect(await sign({ name: 'Grace '.repeat(30) })).toMatchObject({
      ok: false,
      detail: expect.stringContaining('whose name has at most'),
    })
  })

  test('is named by the verifier, with all that was stated, when its place shows a part of it only', async () => {
    const stated = { name: 'Grace Hopper', role: 'Reviewer', reason: `${'word '.repeat(60)}I do NOT agree.` }
    const judged = async (file: Uint8Array) =>
      judgePdf(file, { knownCertificates: [], now: SIGNED_AT, findPack: () => undefined, isKeptHere: null }).verdict.changes
    expect(await judged(second)).toEqual({ state: 'further-signatures', reasons: [] })
    expect(await judged(await drawnOver(second, client, { stated }))).toEqual({
      state: 'further-signatures',
      reasons: [`The page shows only a part of what this signer stated. In full: Grace Hopper, Reviewer: “${stated.reason}”`],
    })
    const endless = { ...stated, reason: `${'x'.repeat(1999)}.I do NOT agree.` }
    expect(await judged(await drawnOver(second, client, { stated: endless }))).toEqual({
      state: 'further-signatures',
      reasons: [
        `The page shows only a part of what this signer stated. It is too long to be shown here; it begins: Grace Hopper, Reviewer: “${endless.reason.slice(0, 2000)}…”`,
      ],
    })
  })

  test('is what an honest program draws, and nothing else: every other drawing is refused', async () => {
    expect(verifyPdf(await drawnOver(first, reviewer), OPTIONS)).toMatchObject({ isIntactAndUnchanged: true, changesAfter: { count: 1 } })
    for (const file of [first, second]) {
      const attacks = await drawingAttacks(file, client)
      expect(attacks.length).toBeGreaterThanOrEqual(35)
      const contents = new Set(attacks.map((attack) => Buffer.from(attack.file).toString('latin1')))
      expect(contents.size).toBe(attacks.length)
      const missed = attacks.filter((attack) => {
        const verdict = verifyPdf(attack.file, OPTIONS)
        return verdict.isIntactAndUnchanged || !codesOf(verdict).includes('signature-added')
      })
      expect(missed.map(({ name }) => name)).toEqual([])
    }
  })

  test('leaves no room for the rest of the attack corpus', () => {
    const missed = attackCorpus(first).filter((attack) => verifyPdf(attack.file, OPTIONS).isIntactAndUnchanged)
    expect(missed.map(({ name }) => name)).toEqual([])
  })
})
