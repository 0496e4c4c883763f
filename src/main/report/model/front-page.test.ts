import { expect, test } from 'vitest'
import { caseFileWith } from '#test/golden/report-model-case.ts'
import { frontPage } from './front-page.ts'

test('never says “without further conditions” above conditions', () => {
  const decided = (conditions: readonly string[]) =>
    frontPage(caseFileWith(({ decision }) => ({ decision: { ...decision, outcome: 'proceed', conditions: [...conditions] } }))).outcome
      .meaning
  expect(decided([])).toBe('Go ahead without further conditions.')
  expect(decided(['A signed duty to report.'])).toBe('Go ahead; the decision also names the conditions below.')
})
