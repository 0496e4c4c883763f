// What the badge "Provisional" gives as its reasons: exactly what is open.
import { expect, test } from 'vitest'
import { answer, practice, unknown } from '#test/generators/answers.ts'
import { buildPack, question } from '#test/generators/build-pack.ts'
import { score } from './score.ts'

const high = { level: 'high' as const, reason: 'It is bad.', sources: ['S1'] }
const options = [
  { id: 'days', label: 'Days', rank: 1 },
  { id: 'never', label: 'Never', rank: 4 },
]

test('a provisional result names its open questions, open facts and unresolved flags, and no others', () => {
  const pack = buildPack([
    question('PR-01', { answer: { kind: 'choice', axis: 'exposure', options } }),
    question('PR-02', { answer: { kind: 'choice', axis: 'exposure', options } }),
    question('AA-01', { flags: [high] }),
    question('AA-02', { flags: [{ ...high, level: 'stop' }] }),
    question('AA-03'),
  ])
  const answers = [
    answer('PR-02', { kind: 'choice', option: 'days' }),
    answer('AA-01', practice('no')),
    answer('AA-02', unknown),
    answer('AA-03', practice('yes')),
  ]
  const { tier, badges } = score({ pack, relationship: 'supplier', profile: 'full', asOf: '2026-01-01', answers, jewels: [] })
  expect(tier.best).not.toBe(tier.worst)
  expect(badges).toEqual([
    {
      badge: 'provisional',
      reasons: [
        { code: 'gap-open', ids: ['AA-02'] },
        { code: 'fact-open', ids: ['PR-01'] },
        { code: 'flag-unresolved', ids: ['AA-02'] },
      ],
    },
  ])
})
