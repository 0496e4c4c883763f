// The tables and the worked example printed in docs/method.md are those of the code.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { answer, jewels, notApplicable, practice, unknown } from '#test/generators/answers.ts'
import { buildPack, question } from '#test/generators/build-pack.ts'
import { shippedPack } from '#test/generators/shipped-pack.ts'
import type { AnswerValue } from '#shared/domain/answer.ts'
import { tiers } from '#shared/domain/tier.ts'
import { reassessmentMonths, reviewQuestionId } from '#shared/scoring/reassessment.ts'
import { score } from '#shared/scoring/score.ts'
import { editionLimitDays } from '#shared/scoring/screening.ts'
import { bandEndsTenths, inherentTable, residualTable } from '#shared/scoring/tables.ts'
import { wholeValue } from '#shared/scoring/gap.ts'

const page = readFileSync(new URL('../../docs/method.md', import.meta.url), 'utf8')

/** The body rows of the table that follows the marker, cells trimmed. */
function tableRows(name: string): string[][] {
  const lines = page
    .slice(page.indexOf(`<!-- table: ${name} -->`))
    .split('\n')
    .slice(2)
  const table = lines.slice(0, lines.indexOf(''))
  return table.slice(2).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )
}

function words(table: readonly (readonly string[])[], heads: readonly string[]): string[][] {
  const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)
  return table.map((row, index) => [capital(heads[index] ?? ''), ...row.map(capital)])
}

describe('docs/method.md prints', () => {
  test('the inherent table of the code', () => {
    expect(tableRows('inherent')).toEqual(words(inherentTable, ['1', '2', '3', '4']))
  })

  test('the residual table of the code', () => {
    expect(tableRows('residual')).toEqual(words(residualTable, tiers))
  })

  test('the gap bands of the code', () => {
    const ends = [...bandEndsTenths, 10].map((tenths) => `${tenths * 10} %`)
    expect(tableRows('bands')).toEqual(
      ends.map((end, index) => [`${index + 1}`, `${index === 0 ? '0 %' : `over ${ends[index - 1] ?? ''}`} to ${end}`]),
    )
  })

  test('the unit in which values are whole numbers', () => {
    expect(page).toContain(`1/${wholeValue.toLocaleString('en-US')}`)
  })

  test('the worked example as the code computes it', () => {
    const values: Record<string, AnswerValue> = {
      Yes: practice('yes'),
      Partly: practice('partly'),
      No: practice('no'),
      Unknown: unknown,
      'N/A': notApplicable(),
    }
    const weights: Record<string, 2 | 3 | 5> = { '2': 2, '3': 3, '5': 5 }
    const rows = tableRows('example')
    const facts = (['impact', 'exposure'] as const).map((axis, index) =>
      question(`PR-0${index + 1}`, {
        answer: {
          kind: 'choice',
          axis,
          options: [
            { id: 'low', label: 'Low', rank: 1 },
            { id: 'high', label: 'High', rank: 3 },
          ],
        },
      }),
    )
    const pack = buildPack([...facts, ...rows.map(([id, weight]) => question(id ?? '', { weight: weights[weight ?? ''] }))])
    const given = rows.map(([id, , word]) => answer(id ?? '', values[word ?? ''] ?? unknown))
    const high = ['PR-01', 'PR-02'].map((id) => answer(id, { kind: 'choice', option: 'high' }))
    const result = score({ pack, relationship: 'supplier', profile: 'full', asOf: '2026-11-22', answers: [...high, ...given], jewels })
    const domain = result.domains.find((one) => one.domainId === 'AD')
    const printed = rows.filter((row) => row[5] !== '–').map((row) => [row[0], Number(row[5])])
    expect(domain?.contributions.map((one) => [one.questionId, one.hiBp])).toEqual(printed)
    expect(page).toContain(`printed ${domain?.gap?.loBp} bp`)
    expect(page).toContain(`printed ${domain?.gap?.hiBp} bp`)
    expect(page).toContain(`    ${result.vector}\n`)
    const findings = result.findings.map((finding) => `${finding.id} (${finding.hiBp})`).join(', ')
    expect(page).toContain(`what is bad before what is open: ${findings};`)
    expect(page).toContain(`22 November 2026: on ${result.nextReassessment.on}.`)
  })

  test('every question of the shipped pack that gives a rank', () => {
    const ranks = page.slice(page.indexOf('| axis | question | ranks |'), page.indexOf('"Above" means'))
    const ranked = shippedPack().questions.filter(
      ({ answer: type, ranks: rules }) => rules.length > 0 || ('axis' in type && type.axis !== undefined),
    )
    expect(ranked.length).toBeGreaterThan(10)
    for (const { id } of ranked) expect(ranks).toContain(id)
  })

  test('the months, the age of a list and the question that name the next look and what is stale', () => {
    const { critical, high, moderate, low } = reassessmentMonths
    expect(page).toContain(`Critical ${critical}, High ${high}, Moderate ${moderate}, Low ${low};`)
    expect(page).toContain(`A date given to question ${reviewQuestionId} counts instead`)
    expect(page).toContain(`edition is more than ${editionLimitDays} days old`)
  })
})
