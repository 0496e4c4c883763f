// The examples that ship: each answers every question that it is asked, so that a first report shows what a whole one looks like.
import { describe, expect, test } from 'vitest'
import { shippedPack } from '#test/generators/shipped-pack.ts'
import { score } from '#shared/scoring/score.ts'
import { scoreInputOf } from '#main/cli/check-input.ts'
import { exampleNames, readExample } from '../support/example.ts'

const pack = shippedPack()

describe.each(exampleNames)('the %s example', (name) => {
  const input = readExample(name)
  const result = score(scoreInputOf(input, pack))

  test('answers every question that shows, and no other', () => {
    expect(Object.keys(input.answers).toSorted()).toEqual(result.shown.toSorted())
    expect(result.issues).toEqual([])
    expect(result.canFinalise).toBe(true)
  })

  test('is for the shipped pack, and has something to say', () => {
    expect(input.pack).toEqual({ id: pack.id, version: pack.version })
    expect(result.findings.length).toBeGreaterThan(25)
  })
})

test('two examples take the full question set and one takes Lite', () => {
  expect(exampleNames.map((name) => readExample(name).profile)).toEqual(['full', 'full', 'lite'])
})
