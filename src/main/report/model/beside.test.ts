// What stands beside the answers, as a report prints it: plans, comments, files, reviews, and what an assessment replaces.
import { describe, expect, test } from 'vitest'
import type { AssessmentDocument } from '#shared/domain/assessment-document.ts'
import { AssessmentDocument as Document } from '#shared/domain/assessment-document.ts'
import { buildReportModel } from '../model.ts'
import { pack, sources } from '#test/golden/report-model-case.ts'
import { fullCase, reportCase } from '#test/golden/report-case.ts'

const whole = fullCase(pack)
const model = buildReportModel(whole, pack, sources)
const findings = [...model.scope.findings, ...model.steps.flatMap((step) => step.findings)]
const card = (id: string) => findings.find((finding) => finding.id === id)

function modelWith(changes: Partial<AssessmentDocument>) {
  return buildReportModel(Document.parse({ ...whole, ...changes }), pack, sources)
}

describe('a card', () => {
  test('says what is done, by whom and until when, and marks what is late', () => {
    expect(card('AD-05')?.treatment).toMatchObject({
      response: 'Mitigate',
      status: 'In progress',
      owner: 'Ines Marlow',
      due: '31 January 2027',
      line: 'Mitigate, in progress: Ines Marlow, due 31 January 2027',
      isLate: false,
    })
    expect(card('CJ-08')?.treatment).toMatchObject({ line: 'Transfer, open: nobody named, no day set', isLate: false, action: [] })
    expect(card('OW-11')?.treatment).toMatchObject({ line: 'Accept, accepted: by Dana Whitfield until 30 June 2027', isLate: false })
    expect(card('LG-03')?.treatment).toMatchObject({ line: 'Accept, lapsed: by Dana Whitfield until 30 September 2026', isLate: true })
    expect(card('CT-08')?.treatment).toMatchObject({ status: 'Open', isLate: true })
    expect(card('IN-02')?.treatment ?? null).toBe(null)
    expect(card('IT-12')?.treatment).toMatchObject({ status: 'Done', isLate: false })
  })

  test('lets the third party speak, and names the files behind the answer', () => {
    expect(card('AD-05')?.comments).toEqual([
      { said: 'Jonas Reker on 14 November 2026', text: ['The scan is booked for January.', 'We will send the report.'] },
      { said: '15 November 2026', text: ['No further remark.'] },
    ])
    expect(card('AD-05')?.evidenceFiles).toEqual(['scan-order.pdf (B)', 'network-plan.png (C)'])
    expect(card('CJ-08')).toMatchObject({ comments: [], evidenceFiles: [] })
  })

  test('has room for the beginning of two comments; the annex has them all', () => {
    const [first] = whole.comments
    if (first === undefined) throw new Error('There is no comment.')
    const long = { ...first, text: 'word '.repeat(1_000).trim() }
    const said = (comments: AssessmentDocument['comments']) => {
      const printed = modelWith({ comments })
      const shown = printed.steps.flatMap((step) => step.findings).find(({ id }) => id === 'AD-05')?.comments ?? []
      const all = printed.answers.flatMap((section) => section.lines).find(({ questionId }) => questionId === 'AD-05')?.comments ?? []
      return { shown, all }
    }
    const cut = said([long])
    expect(cut.shown).toHaveLength(2)
    expect(cut.shown[0]?.text.join(' ').length).toBeLessThanOrEqual(600)
    expect(cut.shown[1]).toEqual({ said: 'All that the third party says stands in Annex A.', text: [] })
    expect(cut.all[0]?.text[0]).toHaveLength(4_999)
    expect(said([first, first, first]).shown).toHaveLength(3)
    expect(said([first, first, first]).all).toHaveLength(3)
  })

  test('of a combination carries the plan for its rule', () => {
    const combination = model.scope.findings.find(({ id }) => id.startsWith('C-'))
    expect(combination?.treatment?.line).toBe('Avoid, open: Dana Whitfield, due 1 March 2027')
    expect(combination?.comments).toEqual([])
  })
})

describe('the rest of the report', () => {
  test('prints findings of the assessor’s own in their step, or in the scope', () => {
    expect(model.steps[1]?.manual).toMatchObject([
      {
        title: 'The night shift shares one badge',
        severity: { id: 'high' },
        domainTitle: 'Access and data',
        treatment: { status: 'Open' },
      },
    ])
    expect(model.scope.manual).toMatchObject([{ title: 'A press report of 2025', domainTitle: '', firstStep: [], treatment: null }])
    const foreign = whole.manualFindings.map((finding) => ({ ...finding, domainId: 'ZZ' }))
    expect(modelWith({ manualFindings: Document.shape.manualFindings.parse(foreign) }).scope.manual).toHaveLength(2)
  })

  test('prints the plan for each condition, who reviewed, and what is replaced', () => {
    expect(model.decision.conditionPlans).toEqual(['Mitigate, open: Dana Whitfield, due 15 December 2026', '', ''])
    expect(model.decision.reviews).toEqual([
      { name: 'Amara Osei, Head of audit', verdict: 'Asked for changes, 19 November 2026', note: ['Ask for the register extract.'] },
      { name: 'Amara Osei', verdict: 'Agrees, 21 November 2026', note: [] },
    ])
    expect(model.decision.supersedes).toEqual([
      'This assessment takes the place of the signed assessment 30000000-0000-4000-8000-000000000001, which stays as it was signed.',
      'The contract was renewed.',
    ])
    expect(buildReportModel(reportCase(pack, 'supplier'), pack, sources).decision.supersedes).toEqual([])
  })

  test('says in the annex where an answer comes from, and lists every file with its hash', () => {
    const lines = model.answers.flatMap((section) => section.lines)
    const line = (id: string) => lines.find(({ questionId }) => questionId === id)
    expect(line('CJ-01')?.carried).toBe('Taken over from the organization’s own answers of 3 May 2026.')
    expect(line('AD-01')?.carried).toBe('Taken over from the assessment before, given on 10 November 2025.')
    expect(line('AD-02')).toMatchObject({ carried: '', comments: [] })
    expect(line('AD-05')?.comments).toHaveLength(2)
    expect(model.evidenceFiles).toMatchObject([
      { questionId: 'AD-05', fileName: 'scan-order.pdf', about: 'Order of the scan', kind: 'application/pdf, 1.2 MB', grade: 'B' },
      { fileName: 'network-plan.png', about: '' },
    ])
    expect(model.evidenceFiles[0]?.sha256).toMatch(/^(\w{4} ){15}\w{4}$/)
  })
})
