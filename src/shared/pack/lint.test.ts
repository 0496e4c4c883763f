// Invariant 30: what the lint lets through.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { question } from '#test/generators/build-pack.ts'
import { children, high, options, practice, problems } from '#test/generators/planted-packs.ts'
import { randomPack } from '#test/generators/random-pack.ts'
import { lintPack } from './lint.ts'
import { readPack } from './read-pack.ts'

test('invariant 30: a sound pack has no problems', () => {
  fc.assert(
    fc.property(randomPack, (pack) => {
      expect(lintPack(pack)).toEqual([])
      expect(readPack(structuredClone(pack))).toEqual({ ok: true, pack })
    }),
    { numRuns: 300 },
  )
})

test('a gate of the organization may have children for one relationship', () => {
  expect(
    problems([question('AA-01', { audience: ['organization'] }), question('AA-02', { gate: 'AA-01', audience: ['partner'] })]),
  ).toEqual([])
})

test('a gate may have children that only carry a flag, and a threshold may start from no rank', () => {
  expect(problems([practice, question('AA-02', { gate: 'AA-01', weight: undefined, flags: [high] })])).toEqual([])
  const counted = question('PR-01', {
    answer: { kind: 'several', axis: 'impact', options: [...options, { id: 'three', label: 'Three', rankAbove: 2, thresholdCount: 3 }] },
  })
  expect(problems([counted, question('PR-02', { answer: { kind: 'counts', of: 'PR-01', unit: 'people' } })])).toEqual([])
})

test('children that weigh 16 together are exact and allowed', () => {
  expect(problems([practice, ...children([5, 5, 5, 1])])).toEqual([])
})
