// Findings: one for each bad, partly or open answer, with points that add up.
import { describe, expect, test } from 'vitest'
import { caseFile, caseFileWith, reportModel } from '#test/golden/report-model-case.ts'
import { findingsInOrder } from './findings.ts'

const all = (findings: ReturnType<typeof findingsInOrder>) => findings.map((one) => one.finding)

describe('findings', () => {
  const findings = findingsInOrder(caseFile())

  test('are numbered through the whole report', () => {
    expect(all(findings).map((finding) => finding.number)).toEqual(all(findings).map((_, index) => index + 1))
  })

  test('name no answer that is good or not applicable', () => {
    const ids = all(findings).map((finding) => finding.questionId)
    expect(ids).toContain('CJ-08')
    expect(ids).not.toContain('CJ-02')
    expect(ids).not.toContain('IT-05')
  })

  test('put flagged answers first in their domain, then the larger contribution', () => {
    const access = all(findings)
      .filter((finding) => finding.questionId.startsWith('AD'))
      .map((finding) => finding.questionId)
    expect(access[0]).toBe('AD-11')
    expect(access.indexOf('AD-05')).toBeLessThan(access.indexOf('AD-02'))
  })

  test('say what a question adds, shares with its gate, or feeds instead', () => {
    const text = (id: string) => all(findings).find((finding) => finding.questionId === id)?.pointsText
    expect(text('CJ-08')).toBe('16.67 of 100 points in Crown jewels')
    expect(text('AD-12')).toMatch(/^Shares the [\d.]+ points of its gate AD-11$/)
    expect(text('OW-06')).toBe('Adds no points; it feeds exposure or a flag')
  })

  test('print a long note only in part and say where it goes on, without splitting a character', () => {
    const long = findingsInOrder(
      caseFile({ answers: { 'CJ-08': [{ kind: 'practice', choice: 'no' }, 'A', `${'x'.repeat(599)}😀${'y'.repeat(50)}`] } }),
    )
    const finding = all(long).find((one) => one.questionId === 'CJ-08')
    expect(finding).toMatchObject({ note: ['x'.repeat(599)], noteContinued: 'The note goes on in Annex A.' })
  })

  test('treat a blank question as open, without evidence', () => {
    const blank = caseFileWith((document) => ({ answers: document.answers.filter((answer) => answer.questionId !== 'CJ-08') }))
    expect(all(findingsInOrder(blank)).find((finding) => finding.questionId === 'CJ-08')).toMatchObject({
      kind: 'open',
      answer: 'Not answered',
      revision: '',
      evidenceGrade: 'U',
      note: [],
    })
  })

  test('include open facts, in the step of scope', () => {
    const open = findingsInOrder(caseFile({ answers: { 'PR-06': [{ kind: 'unknown' }, 'U'] } }))
    expect(open[0]).toMatchObject({ step: 0, finding: { questionId: 'PR-06', number: 1 } })
  })
})

describe('a step', () => {
  const good = { kind: 'practice', choice: 'yes' }

  test('without findings says so', () => {
    const model = reportModel({ answers: { 'CJ-01': [good, 'A'], 'CJ-08': [good, 'A'] } })
    expect(model.steps[0]).toMatchObject({
      title: 'Step 1: Crown jewels',
      findings: [],
      findingsText: 'No finding: every answer in this step is the good one or not applicable.',
    })
  })

  test('with one finding or several counts them', () => {
    expect(reportModel({ answers: { 'CJ-01': [good, 'A'] } }).steps[0]?.findingsText).toBe('1 finding')
    expect(reportModel().steps[0]?.findingsText).toBe('2 findings')
  })
})
