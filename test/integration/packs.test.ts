// The shipped pack: it reads, it is plain and fair, and it holds the questions that each run needs.
import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { relationshipKinds } from '#shared/domain/relationship.ts'
import { isOwnId } from '#shared/pack/comparable.ts'
import { lintPack } from '#shared/pack/lint.ts'
import { readPack } from '#shared/pack/read-pack.ts'
import { readingGradeTenths } from '#shared/pack/reading-grade.ts'
import { isAsked, planOf } from '#shared/scoring/plan.ts'
import { score } from '#shared/scoring/score.ts'
import { createPackLibrary } from '#main/packs/pack-library.ts'
import { shippedPack, shippedPackText } from '#test/generators/shipped-pack.ts'
import { resourcesDirectory } from '../support/engine-session.ts'

const pack = shippedPack()

function textOf(question: (typeof pack.questions)[number]): string {
  return [question.text, ...Object.values(question.help)].join(' ')
}

describe('the shipped pack', () => {
  test('has nothing that the lint finds, neither errors nor warnings', () => {
    expect(readPack(parse(shippedPackText()))).toMatchObject({ ok: true })
    expect(lintPack(pack, { catalogues: createPackLibrary(resourcesDirectory).catalogues })).toEqual([])
  })

  test('leaves the numbers from 70 on to overlays', () => {
    for (const { id } of [...pack.questions, ...pack.combinations]) expect(isOwnId(id), id).toBe(false)
  })

  test.each([
    ['supplier', 129, 49],
    ['partner', 124, 47],
    ['investor', 124, 49],
  ] as const)('has 158 questions and asks a %s at most %i of them in full, 44 to 50 in Lite: %i', (relationship, full, lite) => {
    const asked = (profile: 'full' | 'lite') => pack.questions.filter((question) => isAsked(question, relationship, profile)).length
    expect([pack.questions.length, asked('full'), asked('lite')]).toEqual([158, full, lite])
  })

  test('maps questions to all four catalogues', () => {
    for (const catalogue of ['csf20', 'sp80053r5', 'sp800161r1', 'sp800171r3'] as const)
      expect(
        pack.questions.some((question) => (question.mappings[catalogue] ?? []).length > 0),
        catalogue,
      ).toBe(true)
  })

  test.each(relationshipKinds)('shows a %s every question it asks while nothing is answered, in all three steps', (relationship) => {
    for (const profile of ['full', 'lite'] as const) {
      const shown = score({ pack, relationship, profile, asOf: '2026-11-22', answers: [], jewels: [] }).shown
      const asked = pack.questions.filter((question) => isAsked(question, relationship, profile))
      expect(asked.filter(({ id }) => !shown.includes(id)).map(({ id }) => id)).toEqual([])
      const domains = planOf(pack, relationship, profile).domains.map(({ domain }) => domain.step)
      expect(new Set(domains)).toEqual(new Set([0, 1, 2, 3]))
    }
  })

  test('asks for every kind of answer but a bare number', () => {
    const kinds = new Set(pack.questions.map((question) => question.answer.kind))
    expect([...kinds].toSorted()).toEqual([
      'choice',
      'countries',
      'counts',
      'date',
      'jewels',
      'owners',
      'percent',
      'practice',
      'several',
      'text',
    ])
  })

  test('each question and its help can be read after nine years of school', () => {
    const hard = pack.questions.map((question) => ({
      id: question.id,
      text: readingGradeTenths(question.text),
      all: readingGradeTenths(textOf(question)),
    }))
    expect(hard.filter((one) => one.text > 90 || one.all > 90)).toEqual([])
  })

  test('says nothing about what is legal or illegal, cites no news and never says that NCSC recommends the three steps', () => {
    const texts = [
      pack.description,
      ...pack.questions.map(textOf),
      ...pack.questions.flatMap((question) => question.flags.map((flag) => flag.reason)),
      ...pack.combinations.map((one) => one.reason),
    ]
    for (const text of texts)
      expect(text).not.toMatch(/\billegal\b|\bunlawful\b|\blegal(?!\s+(?:name|advice|duties))\b|recommended by NCSC/iu)
    expect(pack.description).toContain("the three steps reported from NCSC's 2021 outreach to U.S. business")
    expect(JSON.stringify(pack.sources)).not.toMatch(/CNBC|Reuters|Bloomberg|Times|Post\b|news/iu)
  })

  test('every STOP sends the reader to counsel or says what to do first', () => {
    const stops = [...pack.questions.flatMap((question) => question.flags), ...pack.combinations].filter((one) => one.level === 'stop')
    expect(stops.length).toBeGreaterThan(0)
    for (const { reason } of stops) expect(reason).toMatch(/^.*Stop(?:, counsel review needed| and .+ first)\.$/u)
    const highs = pack.questions.flatMap((question) => question.flags).filter((flag) => flag.level === 'high')
    for (const { reason } of highs) expect(reason).toMatch(/First step: /u)
  })

  test('no country changes the score: the pack has no condition over the list of countries or owners', () => {
    expect(JSON.stringify(pack.questions.map(({ shownIf, flags, ranks }) => ({ shownIf, flags, ranks })))).not.toMatch(/"PR-09"|"OW-02"/u)
    expect(JSON.stringify(pack.combinations)).not.toMatch(/"PR-09"|"OW-02"/u)
  })

  test('every source has a check date in the future of its edition or a note that says what is open', () => {
    for (const source of pack.sources)
      if (source.verifyBy <= pack.publishedOn || source.basis === 'unverified') expect(source.note).toBeDefined()
  })

  test('has one hash, whatever the order of the keys in the file', () => {
    const hash = (value: unknown) =>
      createHash('sha256')
        .update(canonicalize(value) ?? '')
        .digest('hex')
    const turned = readPack(Object.fromEntries(Object.entries(parse(shippedPackText())).toReversed()))
    expect(turned.ok && hash(turned.pack)).toBe(hash(pack))
    expect(hash({ ...pack, version: '9.9.9' })).not.toBe(hash(pack))
  })
})
