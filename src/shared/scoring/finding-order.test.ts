// Which of two findings of one domain stands first.
import { expect, test } from 'vitest'
import { answer, practice, unknown } from '#test/generators/answers.ts'
import { buildPack, question } from '#test/generators/build-pack.ts'
import { score } from './score.ts'

test('findings of one domain stand by the points they add, and only then by what is known to be bad', () => {
  const pack = buildPack([
    question('AA-01', { weight: 1 }),
    question('AA-02', { weight: 5 }),
    question('AA-03', { weight: 5 }),
    question('AA-04', { weight: 2 }),
  ])
  const answers = [
    answer('AA-01', practice('no')),
    answer('AA-02', unknown),
    answer('AA-03', practice('no')),
    answer('AA-04', practice('no')),
  ]
  const { findings } = score({ pack, relationship: 'supplier', profile: 'full', asOf: '2026-01-01', answers, jewels: [] })
  expect(findings.map((finding) => finding.id)).toEqual(['AA-03', 'AA-02', 'AA-04', 'AA-01'])
})
