// What the pages of a report look like in extreme cases: one page for the director, whole cards, and none at all.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { AssessmentDocument } from '#shared/domain/assessment-document.ts'
import { plainLook } from '#shared/domain/report-look.ts'
import { buildReportModel } from '#main/report/model.ts'
import { renderReport } from '#main/report/render.ts'
import { createReportCompiler } from '#main/report/report-compiler.ts'
import { inFolder, runTool } from '../fixtures/pdf/outside-tools.ts'
import { reportCase, resourcesDirectory, shippedPack, type CaseChanges } from '../golden/report-case.ts'

const compiler = createReportCompiler(resourcesDirectory)
const pack = shippedPack()

function rendered(document: AssessmentDocument, paper: 'a4' | 'letter' = 'a4') {
  return renderReport(buildReportModel(document, pack, { ...compiler, chosen: { look: { ...plainLook, paper }, logo: null } }), document, {
    compiler,
  })
}

function textOf(pdf: Uint8Array, ...options: string[]): string {
  return inFolder((place) => {
    const out = place('report.txt')
    expect(runTool('pdftotext', [...options, '-enc', 'UTF-8', place('report.pdf', pdf), out])).toMatchObject({ exitCode: 0 })
    return readFileSync(out, 'utf8')
  })
}

describe('the pages', () => {
  const practices = pack.questions.filter((question) => question.answer.kind === 'practice')
  /** Every practice answered at one end: `good` leaves nothing to find, `bad` everything. */
  const answeredAll = (end: 'good' | 'bad'): CaseChanges => ({
    answers: Object.fromEntries(
      practices.map(({ id, answer }) => {
        const bad = answer.kind === 'practice' ? answer.badAnswer : 'no'
        return [id, [{ kind: 'practice', choice: (end === 'bad') === (bad === 'yes') ? 'yes' : 'no' }, 'A']]
      }),
    ),
  })
  const pageOf = (pdf: Uint8Array, number: number, ...options: string[]) => textOf(pdf, '-f', `${number}`, '-l', `${number}`, ...options)

  test.each(['a4', 'letter'] as const)('begin with one for the director, whatever the length of names and conditions: %s', (paper) => {
    const name = 'Vereinigte Donaudampfschifffahrtsgesellschaft '.repeat(5).slice(0, 200)
    const document = reportCase(pack, 'supplier', {
      ...answeredAll('bad'),
      document: {
        organization: { name, country: 'US', activity: '', contact: '' },
        thirdParty: {
          id: '3f1c9a40-52d7-4e0b-8c1e-9d2a7b6f5e11',
          legalName: name,
          nativeName: 'شركة الاختبارات المتحدة',
          registrationNumber: '',
          country: 'CN',
          relationships: ['supplier'],
          note: '',
        },
        decision: {
          outcome: 'escalate',
          rationale: '',
          conditions: Array.from({ length: 12 }, () => 'A condition with many words. '.repeat(10)),
          decidedBy: 'D'.repeat(100),
        },
      },
    })
    const { pdf } = rendered(document, paper)
    expect(pageOf(pdf, 1)).toContain('The last page says how to check this file.')
    expect(pageOf(pdf, 2)).toContain('At a glance')
  })

  test('hold a card for each of many findings, whole: what begins on a page ends on it', () => {
    const document = reportCase(pack, 'supplier', answeredAll('bad'))
    const { pdf, pageCount } = rendered(document)
    const { findings } = document.result
    expect(findings.length).toBeGreaterThan(80)
    const pages = Array.from({ length: pageCount }, (_, index) => pageOf(pdf, index + 1, '-layout'))
    const withCards = pages.filter((text) => /^ *Why it matters /im.test(text))
    expect(withCards.length).toBeGreaterThan(15)
    for (const text of withCards) {
      const [, first = ''] = text.split('\n').filter((line) => line.trim() !== '')
      // Under the running head a page begins with a chapter, a heading, the end of the dated lists, or the number and id of a card.
      expect(first).toMatch(/^ *(?:\d+ +(?:[A-Z]{1,2}-\d\d|screening) |Step \d: |Findings|On none of the lists)/)
    }
  })

  test('say that there is no finding when all is well', () => {
    const several = (option: string) => [{ kind: 'several', options: [option] }, 'A'] as const
    const well = {
      'PR-07': several('none'),
      'PR-08': [{ kind: 'choice', option: 'free' }, 'A'],
      'OW-03': [{ kind: 'percent', shareBp: 0 }, 'A'],
      'RP-02': several('no-hit'),
      'RP-12': several('none'),
      'RP-16': several('none'),
    } as const
    const document = reportCase(pack, 'supplier', { answers: { ...answeredAll('good').answers, ...well } })
    expect(document.result.findings).toEqual([])
    const { pdf, passesPdfUa } = rendered(document)
    expect(passesPdfUa).toBe(true)
    expect(textOf(pdf).match(/No finding: every answer in this step/g)).toHaveLength(3)
    expect(textOf(pdf)).toContain('The answers leave no finding.')
  })
})
