// Bundles: what was exported comes back to the byte, and a damaged file brings nothing at all.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answer, jewels, practice } from '#test/generators/answers.ts'
import { bundleOf, sha256, typed } from '#test/generators/exchange.ts'
import { randomRun } from '#test/generators/random-pack.ts'
import { shippedRun } from '#test/generators/shipped-run.ts'
import { ThirdPartyId } from '../domain/ids.ts'
import { relationshipKinds } from '../domain/relationship.ts'
import { type BundleContent, readBundle, writeBundle } from './bundle.ts'
import { sealText } from './sealed-file.ts'

/** Ten thousand for the invariant, shared by its two tests. */
const cases = { numRuns: 5_000 }

const run = fc.oneof({ weight: 150, arbitrary: randomRun }, { weight: 1, arbitrary: shippedRun })
const content = fc.record({ run, name: typed, note: typed }).map(({ run: input, ...words }) => bundleOf(input, words))
const [sample] = fc.sample(randomRun, { numRuns: 1, seed: 7 })
if (sample === undefined) throw new Error('one run was asked for')
const small: BundleContent = bundleOf({ ...sample, answers: [answer('AA-01', practice('yes'))] }, { name: 'Lens SARL', note: 'Seen.' })
const smallText = writeBundle(small, sha256)

/** The text with one bit of its UTF-8 flipped, or null when that is no UTF-8 any more: the reader of bytes refuses it before. */
function flipped(text: string, bit: number): string | null {
  const bytes = new TextEncoder().encode(text)
  const at = Math.floor(bit / 8) % bytes.length
  bytes[at] = (bytes[at] ?? 0) ^ (1 << (bit % 8))
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

describe('invariant 24: a bundle', () => {
  test('exported, imported and exported again is the same to the byte', () => {
    fc.assert(
      fc.property(content, (one) => {
        const text = writeBundle(one, sha256)
        const read = readBundle(text, sha256)
        if (!read.ok) throw new Error(JSON.stringify(read.problems))
        expect(writeBundle(read.value, sha256)).toBe(text)
      }),
      cases,
    )
  }, 300_000)

  test('with any bit flipped brings nothing', () => {
    fc.assert(
      fc.property(fc.nat({ max: smallText.length * 16 }), (bit) => {
        const text = flipped(smallText, bit)
        if (text !== null) expect(readBundle(text, sha256).ok).toBe(false)
      }),
      cases,
    )
  }, 300_000)

  test('cut off anywhere brings nothing', () => {
    for (let length = 0; length < smallText.length; length += 1) {
      const read = readBundle(smallText.slice(0, length), sha256)
      if (read.ok) throw new Error(`${length} characters were taken for a whole bundle`)
    }
    expect(readBundle(smallText, sha256).ok).toBe(true)
  })
})

describe('a bundle that contradicts itself', () => {
  const again = answer('AA-01', practice('no'))
  const stored = { ...again, revision: 1, savedAt: small.exportedAt }
  const pack = small.assessment.pack
  test.each<[string, Partial<BundleContent>, string]>([
    [
      'another third party',
      { assessment: { ...small.assessment, thirdPartyId: ThirdPartyId.parse('99999999-9999-4999-8999-999999999999') } },
      'assessment.thirdPartyId',
    ],
    [
      'a relationship it does not have',
      { thirdParty: { ...small.thirdParty, relationships: relationshipKinds.filter((kind) => kind !== small.assessment.relationship) } },
      'assessment.relationship',
    ],
    ['another pack', { assessment: { ...small.assessment, pack: { ...pack, id: 'other' } } }, 'assessment.pack'],
    ['another pack version', { assessment: { ...small.assessment, pack: { ...pack, version: '9.9.9' } } }, 'assessment.pack'],
    ['a changed pack', { pack: { ...small.pack, title: 'Changed' } }, 'assessment.pack'],
    ['an answer to no question', { answers: [{ ...stored, ...answer('ZZ-99', practice('no')) }] }, 'answers.0.questionId'],
    ['two answers to one question', { answers: [...small.answers, stored] }, 'answers.1.questionId'],
    [
      'a crown jewel it does not hold',
      { crownJewels: [], answers: [{ ...stored, ...answer('PR-04', { kind: 'jewels', jewelIds: jewels.map((jewel) => jewel.id) }) }] },
      'answers.0.value.jewelIds',
    ],
    ['a crown jewel twice', { crownJewels: [...jewels, ...jewels.slice(0, 1)] }, 'crownJewels.4.id'],
  ])('with %s is never written and never read', (_, changes, path) => {
    expect(() => writeBundle({ ...small, ...changes }, sha256)).toThrow(`The assessment cannot be exported: ${path} `)
    const read = readBundle(sealText({ format: 'gatehouse.bundle', formatVersion: 1, ...small, ...changes }, sha256), sha256)
    expect(read).toMatchObject({ ok: false, problems: [{ path }] })
  })

  test('is not one that names only crown jewels it holds', () => {
    const named = answer('PR-04', { kind: 'jewels', jewelIds: jewels.map((jewel) => jewel.id) })
    const whole = { ...small, answers: [{ ...stored, ...named }] }
    expect(readBundle(writeBundle(whole, sha256), sha256)).toEqual({ ok: true, value: whole })
  })

  test('is not looked into when it is no bundle', () => {
    expect(readBundle('{}', sha256)).toMatchObject({ ok: false, problems: [{ code: 'wrong-format' }] })
  })
})
