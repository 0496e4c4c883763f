// Findings: those of the score in its order, each with what it adds, why it matters and a first step.
import { describe, expect, test } from 'vitest'
import type { Finding } from '../report-model.ts'
import { caseFile, caseFileWith, reportModel } from '#test/golden/report-model-case.ts'
import { findingsInOrder } from './findings.ts'
import { pressingLines } from './pressing.ts'

const all = (file = caseFile()): Finding[] => findingsInOrder(file).map((one) => one.finding)
const find = (id: string, file = caseFile()) => all(file).find((finding) => finding.id === id)

describe('findings', () => {
  test('are those of the score, in its order and numbered by it', () => {
    const file = caseFile()
    expect(all(file).map((finding) => finding.id)).toEqual(file.document.result.findings.map((finding) => finding.id))
    expect(all(file).map((finding) => finding.number)).toEqual(all(file).map((_, index) => index + 1))
    expect(all(file).map((finding) => finding.id)).not.toContain('CJ-02')
  })

  test('belong to the step of their domain; what rests on several answers belongs to the whole', () => {
    const steps = new Map(findingsInOrder(caseFile()).map(({ step, finding }) => [finding.id, step]))
    expect([steps.get('CJ-08'), steps.get('AD-11'), steps.get('IT-17'), steps.get('C-06')]).toEqual([1, 2, 3, 0])
    const file = caseFile()
    const without = { ...file, pack: { ...file.pack, domains: [] } }
    expect(findingsInOrder(without).every(({ step }) => step === 0)).toBe(true)
  })

  test('say what they add: exactly, as a range, while open, or nothing', () => {
    expect(find('CJ-08')?.pointsText).toBe('16.67 of 100 points in Crown jewels')
    expect(find('AD-08')?.pointsText).toMatch(/^Up to [\d.]+ of 100 points in Access and data, while it is open$/)
    expect(find('OW-06')).toMatchObject({ points: '', pointsText: 'Adds no points; it feeds a floor or the inherent risk' })
    const gate = caseFile({ answers: { 'PI-08': [{ kind: 'unknown' }, 'U'], 'PI-12': [{ kind: 'unknown' }, 'U'] } })
    expect(find('PI-12', gate)?.pointsText).toMatch(/^Up to /)
    const ranged = caseFileWith(({ result }) => ({
      result: { ...result, findings: result.findings.map((one) => ({ ...one, loBp: 100, hiBp: 250 })) },
    }))
    expect(find('CJ-08', ranged)?.pointsText).toBe('1.00 to 2.50 of 100 points in Crown jewels')
  })

  test('name the answer in words, and the value of a fact', () => {
    expect([find('CJ-08')?.answer, find('AD-11')?.answer, find('C-06')?.answer]).toEqual(['No', 'Declined', 'Several answers'])
    const fact = caseFile({ answers: { 'OW-03': [{ kind: 'percent', shareBp: 5700 }, 'C'] } })
    expect(find('OW-03', fact)).toMatchObject({ answer: 'Flag on a fact', kind: 'flag', value: ['57\u00a0%'] })
    expect(find('CJ-08')?.value).toEqual([])
  })

  test('send the reader to the annex for a value that is long', () => {
    const file = caseFile({ answers: { 'RP-01': [{ kind: 'choice', option: 'possible' }, 'A'] } })
    const questions = new Map(file.questions)
    const question = questions.get('RP-01')
    if (question?.answer.kind !== 'choice') throw new Error('RP-01 is no choice.')
    const options = question.answer.options.map((option) => ({ ...option, label: 'long '.repeat(60) }))
    questions.set('RP-01', { ...question, answer: { ...question.answer, options } })
    expect(find('RP-01', { ...file, questions })?.value).toEqual(['The answer stands in Annex A.'])
  })

  test('of a combination say what the rule says, and the first steps of the questions behind it', () => {
    const finding = find('C-06')
    expect(finding?.subject).toMatch(/Stop, counsel review needed\.$/)
    expect(finding?.help.map((one) => one.questionId)).toContain('AD-11')
    expect(finding).toMatchObject({ evidence: '', revision: '', domainTitle: '' })
  })

  test('carry their own flags and those of combinations', () => {
    expect(find('AD-11')?.flags.map((flag) => flag.ruleId)).toEqual(['C-06', 'AD-11'])
    expect(find('CJ-08')?.flags).toEqual([])
  })

  test('show the evidence as it counts on the as-of day', () => {
    const file = caseFileWith((document) => ({
      answers: document.answers.map((answer) => (answer.questionId === 'CJ-08' ? { ...answer, evidenceExpiresOn: '2026-11-21' } : answer)),
      result: {
        ...document.result,
        findings: document.result.findings.map((one) => (one.id === 'CJ-08' ? { ...one, evidenceGrade: 'U' as const } : one)),
      },
    }))
    expect(find('CJ-08', file)?.evidence).toBe('Evidence U: No evidence, given as D, expired after 21 November 2026')
    expect(find('CJ-08')?.evidence).toBe("Evidence D: Assessor's inference")
  })

  test('print a long note only in part and say where it goes on, without splitting a character', () => {
    const long = caseFile({ answers: { 'CJ-08': [{ kind: 'practice', choice: 'no' }, 'A', `${'x'.repeat(599)}😀${'y'.repeat(50)}`] } })
    expect(find('CJ-08', long)).toMatchObject({ note: ['x'.repeat(599)], noteContinued: 'The note goes on in Annex A.' })
  })

  test('treat a blank question as open, without evidence', () => {
    const blank = caseFile({ answers: { 'CJ-08': [{ kind: 'unknown' }, 'U'] } })
    const gone = { ...blank, answers: new Map([...blank.answers].filter(([id]) => id !== 'CJ-08')) }
    expect(find('CJ-08', gone)).toMatchObject({ kind: 'open', answer: 'Unknown', revision: '', note: [] })
    expect(find('CJ-08', gone)?.evidence).toBe('Evidence U: No evidence')
  })

  test('survive answers and rules that are gone', () => {
    const file = caseFileWith(({ result }) => ({
      answers: [],
      result: {
        ...result,
        flags: [],
        findings: result.findings.map((one) => ({ ...one, answer: one.questionId === null ? ('none' as const) : ('bad' as const) })),
      },
    }))
    const odd = { ...file, questions: new Map() }
    expect(find('C-06', odd)).toMatchObject({ subject: '', flags: [], help: [] })
    expect(find('CJ-08', odd)).toMatchObject({ subject: '', answer: 'Not met', help: [] })
    const fact = caseFileWith(({ result }) => ({
      result: { ...result, findings: result.findings.map((one) => ({ ...one, answer: 'fact' as const })) },
    }))
    expect(find('CJ-08', { ...fact, questions: new Map() })?.value).toEqual([])
  })
})

describe('the most pressing findings', () => {
  test('head the list, with their own flag before their points', () => {
    const { pressing, findingsTotal } = pressingLines(all(), caseFile())
    expect(pressing.map((line) => line.number)).toEqual([1, 2, 3, 4, 5])
    expect(pressing[0]?.flag?.level).toBe('stop')
    expect(findingsTotal).toMatch(/^5 of \d+; the cards in the chapters carry the same numbers/)
  })

  test('may be all there are, or none', () => {
    expect(pressingLines(all().slice(0, 2), caseFile()).findingsTotal).toBe('These are all 2.')
    expect(pressingLines([], caseFile())).toEqual({ pressing: [], findingsTotal: 'The answers leave no finding.' })
    const unflagged = all().filter((finding) => finding.flags.length === 0)
    expect(pressingLines(unflagged, caseFile()).pressing[0]?.flag).toBeNull()
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
