// A question that only may apply: what hangs on it counts in the worst case and never in the best.
import { expect, test } from 'vitest'
import { answer, practice, unknown } from '#test/generators/answers.ts'
import { buildPack, question } from '#test/generators/build-pack.ts'
import { score } from './score.ts'

test('a flag over another answer is unresolved while its own question only may apply, and fires once it does', () => {
  const pack = buildPack([
    question('AA-01'),
    question('AA-02'),
    question('AA-03', { gate: 'AA-02', flags: [{ level: 'high', when: { bad: 'AA-01' }, reason: 'Both.', sources: ['S1'] }] }),
  ])
  const flagsWith = (gate: Parameters<typeof answer>[1]) => {
    const answers = [answer('AA-01', practice('no')), answer('AA-02', gate), answer('AA-03', practice('yes'))]
    return score({ pack, relationship: 'supplier', profile: 'full', asOf: '2026-11-22', answers, jewels: [] }).flags
  }
  expect(flagsWith(unknown).map((flag) => flag.state)).toEqual(['unresolved'])
  expect(flagsWith(practice('partly')).map((flag) => flag.state)).toEqual(['fired'])
  expect(flagsWith(practice('yes'))).toEqual([])
})
