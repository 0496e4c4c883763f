// The shipped reference data: it reads, it is fair, it agrees with the pack, and the page of sources is made from it.
import { cpSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { describe, expect, test } from 'vitest'
import { createReferenceLibrary } from '#main/packs/reference-library.ts'
import { findOriginWords } from '#shared/pack/lint-words.ts'
import { countryCodes } from '#shared/domain/country-codes.ts'
import { DataKindId } from '#shared/reference/data-thresholds.ts'
import { referenceFiles, type ReferencePart } from '#shared/reference/reference-data.ts'
import { sourcesPage } from '#shared/reference/sources-page.ts'
import { thresholdFor } from '#shared/reference/thresholds.ts'
import { shippedPack } from '#test/generators/shipped-pack.ts'
import { resourcesDirectory, shippedReference, shippedReferenceFile } from '#test/generators/shipped-reference.ts'
import { temporaryFolder } from '../support/vault-place.ts'

const reference = shippedReference()
const root = new URL('../../', import.meta.url)
const parts: readonly ReferencePart[] = ['countryLists', 'compelledAccessLaws', 'dataThresholds', 'screeningLists', 'openChecks']

/** Every text of the data but titles, publishers and the words of an instrument, which are quoted as they stand. */
function ownTexts(value: unknown, key = ''): string[] {
  if (['title', 'publisher', 'as', 'lookAt', 'officialPage', 'files'].includes(key)) return []
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap((one) => ownTexts(one, key))
  return Object.entries(Object(value)).flatMap(([name, one]) => ownTexts(one, name))
}

describe('the shipped reference data', () => {
  test('is all that the folder holds', () => {
    expect(readdirSync(join(resourcesDirectory, 'reference')).toSorted()).toEqual(Object.values(referenceFiles).toSorted())
  })

  test.each(parts)('%s is valid by its published schema, and not with a field too many', (part) => {
    const name = referenceFiles[part].replace('.yaml', '.schema.json')
    const schema: unknown = JSON.parse(readFileSync(new URL(`resources/schemas/${name}`, root), 'utf8'))
    const ajv = new Ajv2020({ strict: false, allErrors: true })
    formats(ajv)
    const validate = ajv.compile(Object(schema))
    const file = shippedReferenceFile(part)
    expect(validate(file), JSON.stringify(validate.errors)).toBe(true)
    expect(validate({ ...Object(file), extra: 1 })).toBe(false)
  })

  test('says nothing of a person’s origin, nothing is called legal or illegal, and no source is a news article', () => {
    const texts = ownTexts(reference)
    expect(texts.length).toBeGreaterThan(500)
    expect(texts.filter((text) => findOriginWords(text).length > 0)).toEqual([])
    expect(texts.filter((text) => /\b(?:illegal|unlawful|legal)\b/iu.test(text))).toEqual([])
    const sources = parts.flatMap((part) => {
      const file = reference[part]
      return 'sources' in file ? file.sources : []
    })
    for (const { title, publisher } of sources) {
      expect(`${title} ${publisher}`).not.toMatch(/CNBC|Reuters|Bloomberg|Times\b|Post\b|\bnews|Register\.|Wikipedia/iu)
    }
  })

  test('tells every disputed law from both sides, and what a firm can do', () => {
    for (const law of reference.compelledAccessLaws.laws) {
      expect(law.counterReading === undefined, law.id).toBe(law.contested === undefined)
      expect(law.remedies.length, law.id).toBeGreaterThan(20)
    }
    const jurisdictions = new Set(reference.compelledAccessLaws.laws.map(({ jurisdiction }) => jurisdiction))
    expect(jurisdictions.size).toBeGreaterThanOrEqual(8)
  })

  test('names all that the questions need: the country lists, the labels of the joined file and the lists outside it', () => {
    expect(reference.countryLists.lists.map(({ instrument }) => instrument)).toEqual(
      expect.arrayContaining(['15 CFR 791.4', '28 CFR 202.601', '10 U.S.C. 4872(d)', '31 CFR part 850', '31 CFR 800.218']),
    )
    expect(reference.countryLists.lists.find(({ id }) => id.endsWith('coins'))?.status).toBe('not-yet')
    const { consolidated, outside } = reference.screeningLists
    expect(consolidated.lists.map(({ label }) => label).toSorted()).toEqual(
      'CAP CMIC DPL DTC EL FSE ISN MBS MEU PLC SDN SSI UVL'.split(' '),
    )
    expect(outside.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['dod-1260h', 'uflpa', 'fcc-covered', 'section-889', 'biosecure', 'bis-mieu', 'fascsa-orders']),
    )
    const testOf = (label: string) => consolidated.lists.find((list) => list.label === label)?.ownershipTest
    expect(testOf('SDN')).toMatchObject({ fromPercent: 50, status: 'in-force' })
    expect(testOf('CMIC')).toMatchObject({ fromPercent: null, status: 'in-force' })
    expect(testOf('EL')).toMatchObject({ fromPercent: 50, status: 'unknown' })
  })

  test('has no country on a restricting list under a code that the page cannot name', () => {
    const named = reference.countryLists.lists.flatMap(({ countries }) => countries.map(({ code }) => code))
    expect(named.filter((code) => !countryCodes.includes(code))).toEqual([])
  })
})

describe('the pack agrees with the reference data', () => {
  const pack = shippedPack()
  const kinds = pack.questions.find(({ id }) => id === 'PR-04')
  const counts = pack.questions.find(({ id }) => id === 'PR-05')

  test('PR-05 counts the kinds of PR-04, and each has the threshold of 28 CFR 202.205', () => {
    expect(counts?.answer).toMatchObject({ kind: 'counts', of: 'PR-04' })
    const answer = kinds?.answer
    if (answer?.kind !== 'several') throw new Error('PR-04 is not a question with several answers.')
    const options = answer.options.filter(({ id }) => id !== answer.noneOption)
    const ids = options.map(({ id }) => id)
    // Samples have no number of their own in the rule, so a pack may count them with genomic data or apart.
    expect(DataKindId.options.filter((kind) => !ids.includes(kind) && kind !== 'biospecimens')).toEqual([])
    const ofPack = options.map(({ id, thresholdCount }) => [id, thresholdCount ?? null])
    const ofRule = ids.map((id) => [id, thresholdFor(reference.dataThresholds, DataKindId.parse(id)).moreThan])
    expect(ofPack).toEqual(ofRule)
  })
})

describe('docs/sources.md', () => {
  test('is what the data says; otherwise run node scripts/generate-sources-page.ts', () => {
    const page = readFileSync(new URL('docs/sources.md', root), 'utf8')
    expect(page).toBe(sourcesPage({ pack: shippedPack(), reference }))
  })
})

describe('reading the reference data at start', () => {
  test('keeps what it read', () => {
    const library = createReferenceLibrary(resourcesDirectory)
    expect(library.current).toBe(library.current)
  })

  test('says which file is wrong, where, and what to do', () => {
    const folder = temporaryFolder()
    cpSync(join(resourcesDirectory, 'reference'), join(folder, 'reference'), { recursive: true })
    const path = join(folder, 'reference', 'country-lists.yaml')
    writeFileSync(path, readFileSync(path, 'utf8').replace('{ code: VE,', '{ code: XX,'))
    expect(() => createReferenceLibrary(folder).current).toThrow(
      'The reference data cannot be used. country-lists.yaml lists.dsp-countries-of-concern.countries: names XX, ' +
        'which is no country code of ISO 3166-1; correct it. Install Gatehouse again.',
    )
    writeFileSync(path, 'a: &a [1]\nb: *a\n')
    expect(() => createReferenceLibrary(folder).current).toThrow(/alias/i)
  })
})
