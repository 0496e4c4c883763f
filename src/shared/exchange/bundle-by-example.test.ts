// Bundles that contradict themselves, each in one way: never written, never read.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answer, jewels, practice } from '#test/generators/answers.ts'
import { bundleOf, sha256 } from '#test/generators/exchange.ts'
import { randomRun } from '#test/generators/random-pack.ts'
import { ThirdPartyId } from '../domain/ids.ts'
import { relationshipKinds } from '../domain/relationship.ts'
import { type BundleContent, readBundle, writeBundle } from './bundle.ts'
import { sealText } from './sealed-file.ts'

const [sample] = fc.sample(randomRun, { numRuns: 1, seed: 7 })
if (sample === undefined) throw new Error('one run was asked for')
const small: BundleContent = bundleOf({ ...sample, answers: [answer('AA-01', practice('yes'))] }, { name: 'Lens SARL', note: 'Seen.' })

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
