// Page one, domains, scope and the closing pages, in ordinary and in odd cases.
import { describe, expect, test } from 'vitest'
import type { AssessmentDocument } from '#shared/domain/assessment-document.ts'
import { reportCase } from '#test/golden/report-case.ts'
import { caseFile, caseFileWith, pack, reportModel, sources, words } from '#test/golden/report-model-case.ts'
import { domainTitle, openCaseFile, questionText } from './case-file.ts'
import { assessmentSignature, usedSources } from './closing.ts'
import { domainLines } from './domains.ts'
import { printedFlags } from './flags.ts'
import { frontPage } from './front-page.ts'
import { methodAnnex } from './method.ts'
import { askLines, parties, printedJewels, scopeFacts } from './scope.ts'

type Result = AssessmentDocument['result']
const withResult = (change: Partial<Result>) => caseFileWith((document) => ({ result: { ...document.result, ...change } }))
const flag = (ruleId: string, level: 'high' | 'stop', state: 'fired' | 'unresolved') => ({
  ruleId,
  questionId: null,
  level,
  state,
  reason: `${ruleId} stands.`,
})

describe('the case file', () => {
  test('refuses a pack that is not the document’s own', () => {
    const document = reportCase(pack, 'supplier')
    expect(() => openCaseFile(document, { ...pack, version: '9.9.9' }, sources)).toThrow('not three-steps 9.9.9')
    expect(() => openCaseFile(document, { ...pack, id: 'other' }, sources)).toThrow('Give the report its own pack')
  })

  test('leaves out domains that the pack does not have, and names unknown ids by themselves', () => {
    const { domains } = caseFile().document.result
    const [first] = domains
    if (first === undefined) throw new Error('The case has no domain.')
    const stray = { ...first, domainId: caseFile().pack.domains[0]?.id ?? first.domainId }
    expect(openCaseFile(reportCase(pack, 'supplier'), { ...pack, domains: pack.domains.slice(1) }, sources).domains).toHaveLength(
      domains.length - 1,
    )
    expect(domainTitle(caseFile(), stray.domainId)).toBe(pack.domains[0]?.title)
    expect(domainTitle(caseFile(), 'ZZ')).toBe('ZZ')
    expect(questionText(caseFile(), 'ZZ-01')).toBe('')
  })
})

describe('page one', () => {
  test('states decision, tier with range, driver, confidence, flags and conditions', () => {
    expect(frontPage(caseFile())).toMatchObject({
      thirdPartyName: 'Meridian Sequencing Services GmbH',
      preparedFor: 'Prepared for Harbour Genomics, Inc.',
      context: ['Supplier', 'Full question set', 'Judged as of 22 November 2026'],
      titleSize: 'large',
      outcome: { word: 'Proceed with conditions', decidedBy: 'Decided by Dana Whitfield, Chief Operating Officer' },
      tier: {
        headline: 'Critical',
        text: 'High to Critical',
        explanation: 'High in the best case, Critical in the worst. The decision uses the worst.',
      },
      inherent: 'Critical: impact 4 of 4, exposure 3 of 4',
      badges: [{ word: 'Provisional' }],
      nextLook: { date: '31 March 2027', reason: 'The date given to CT-05 comes before the time that the tier allows.' },
      moreConditions: ['Conditions under “The decision”: 3', 'and 2 more under “The decision”', 'and 1 more under “The decision”', ''],
      signedBy: 'Rosa Lindqvist, Security officer, on 22 November 2026, 09:30 UTC',
    })
  })

  test('sets longer names smaller', () => {
    const sized = (length: number) =>
      frontPage(caseFileWith((document) => ({ thirdParty: { ...document.thirdParty, legalName: 'n'.repeat(length) } }))).titleSize
    expect([34, 35, 90, 91].map(sized)).toEqual(['large', 'medium', 'medium', 'small'])
  })

  test('says that nothing can move the tier when best and worst agree', () => {
    expect(frontPage(withResult({ tier: { best: 'high', worst: 'high' } })).tier.explanation).toBe(
      'Best and worst case agree: no open answer could move it.',
    )
  })

  test('prints a low tier with low confidence as unconfirmed', () => {
    expect(frontPage(withResult({ tier: { best: 'low', worst: 'low' }, isUnconfirmed: true })).tier).toMatchObject({
      headline: 'Low (unconfirmed)',
      text: 'Low (unconfirmed)',
    })
  })

  test('names the driver: nothing, a domain with or without a gap, a rule or one that is gone', () => {
    expect(frontPage(withResult({ driver: null })).driver).toBe('No domain has been assessed yet.')
    expect(frontPage(withResult({ driver: { kind: 'domain', id: 'AD' } })).driver).toMatch(
      /^Access and data: a gap of \d+–\d+\u00a0% meets inherent risk Critical\.$/,
    )
    expect(frontPage(withResult({ driver: { kind: 'domain', id: 'RP' } })).driver).toBe('Restricted parties and conduct')
    expect(frontPage(withResult({ driver: { kind: 'domain', id: 'ZZ' } })).driver).toBe('ZZ')
    expect(frontPage(withResult({ driver: { kind: 'flag', id: 'C-06' } })).driver).toMatch(/^C-06: /)
    expect(frontPage(withResult({ driver: { kind: 'flag', id: 'C-99' } })).driver).toBe('C-99:')
  })

  test('shows the three gravest flags and counts the rest', () => {
    const flags = [
      flag('C-01', 'high', 'unresolved'),
      flag('C-02', 'high', 'fired'),
      flag('C-03', 'stop', 'unresolved'),
      flag('C-04', 'stop', 'fired'),
    ]
    const page = frontPage(withResult({ flags }))
    expect(page.flags.map((one) => one.ruleId)).toEqual(['C-04', 'C-03', 'C-02'])
    expect(page.moreFlags).toBe('and 1 more in Annex B')
    expect(frontPage(withResult({ flags: [] }))).toMatchObject({ flags: [], moreFlags: '' })
    expect(printedFlags(withResult({ flags }))[3]).toMatchObject({ levelWord: 'High floor', stateWord: 'Unresolved', state: 'unresolved' })
  })

  test('keeps conditions within its room and counts the rest', () => {
    const conditions = (list: string[]) => frontPage(caseFileWith((document) => ({ decision: { ...document.decision, conditions: list } })))
    expect(conditions(['a'.repeat(500), 'b'.repeat(500), 'c'])).toMatchObject({
      conditions: ['a'.repeat(500)],
      moreConditions: ['Conditions under “The decision”: 3', 'and 2 more under “The decision”'],
    })
    expect(conditions(Array.from({ length: 7 }, () => 'short'))).toMatchObject({
      conditions: { length: 5 },
      moreConditions: { 0: 'Conditions under “The decision”: 7', 4: 'and 3 more under “The decision”', length: 6 },
    })
    expect(conditions([])).toMatchObject({ conditions: [], moreConditions: [''] })
  })

  test('leaves out a role that was not stated', () => {
    expect(frontPage(caseFileWith((document) => ({ signer: { ...document.signer, role: '' } }))).signedBy).toBe(
      'Rosa Lindqvist, on 22 November 2026, 09:30 UTC',
    )
  })
})

describe('domains', () => {
  const line = (id: string, file = caseFile()) => domainLines(file).find((one) => one.id === id)

  test('print gap, tier, bar and what was set aside; facts have no line', () => {
    expect(line('IT')).toMatchObject({ note: '3 of 21 weight not applicable', tier: { text: 'High' } })
    expect(line('AD')).toMatchObject({
      note: '',
      bar: { alt: expect.stringMatching(/^Access and data: gap \d+–\d+\u00a0%, tier High\.$/) },
    })
    expect(line('PR')).toBeUndefined()
  })

  test('mark the one that drives the tier', () => {
    expect(
      domainLines(withResult({ driver: { kind: 'domain', id: 'AD' } }))
        .filter((one) => one.isDriver)
        .map((one) => one.id),
    ).toEqual(['AD'])
  })

  test('print the state of one without a gap', () => {
    const file = caseFileWith((document) => ({
      result: {
        ...document.result,
        domains: document.result.domains.map((domain) => ({ ...domain, gap: null, residual: null, band: null, state: 'nothing-applies' })),
      },
    }))
    expect(line('AD', file)).toMatchObject({ bar: null, tier: null, gapText: 'Nothing applies' })
    expect(line('RP', file)?.gapText).toBe('Nothing applies')
  })

  test('name the state where a gap has no tier', () => {
    const file = caseFileWith((document) => ({
      result: { ...document.result, domains: document.result.domains.map((domain) => ({ ...domain, residual: null })) },
    }))
    expect(line('AD', file)?.bar?.alt).toMatch(/tier Assessed\.$/)
  })

  test.each([
    ['clear', [], {}, 'Clear', null],
    ['open', [], { 'RP-14': [{ kind: 'unknown' }, 'U'] }, 'Open', null],
    ['open by an unresolved flag', [flag('RP-13', 'stop', 'unresolved')], {}, 'Open', null],
    ['raised', [flag('RP-14', 'high', 'fired')], {}, 'Raised', 'high'],
    ['stopped', [flag('RP-01', 'stop', 'fired'), flag('RP-14', 'high', 'fired')], {}, 'Stopped', 'stop'],
  ] as const)('of checks can be %s', (...[, flags, answers, gapText, alarm]) => {
    const file = caseFile({ answers })
    const changed = openCaseFile({ ...file.document, result: { ...file.document.result, flags: [...flags] } }, pack, sources)
    expect(line('RP', changed)).toMatchObject({ gapText, alarm })
  })
})

describe('scope', () => {
  test('lists facts with the ranks they give', () => {
    expect(scopeFacts(caseFile()).find((fact) => fact.questionId === 'PR-06')).toMatchObject({ value: ['Months'], ranks: 'Exposure 3' })
    expect(scopeFacts(caseFile()).find((fact) => fact.questionId === 'PR-10')?.ranks).toBe('')
  })

  test('lists crown jewels, the gravest first, and which are within reach', () => {
    expect(printedJewels(caseFile()).map((jewel) => [jewel.name, jewel.impact, jewel.isTouched])).toEqual([
      ['Patient genome archive', '4 Existential or national security', true],
      ['Assay design files', '3 Severe', true],
      ['Hospital price list', '1 Minor', false],
    ])
    const odd = caseFileWith((document) => ({ crownJewels: document.crownJewels.slice(0, 1).map((jewel) => ({ ...jewel, impact: 9 })) }))
    expect(printedJewels(odd)[0]?.impact).toBe('9 ')
  })

  test('leaves out what was not stated about the parties', () => {
    const labels = (file: ReturnType<typeof caseFile>) => parties(file).thirdParty.map((fact) => fact.label)
    expect(labels(caseFile())).not.toContain('Native name')
    expect(labels(caseFile({}, 'partner'))).toContain('Native name')
  })

  test('survives a catalogue without a label', () => {
    const { name, role, date, signatureReason, fingerprint } = words.template
    const file = { ...caseFile(), words: { ...words, template: { name, role, date, signatureReason, fingerprint } } }
    expect(parties(file).organization[1]).toEqual({ label: '', value: 'United States', isMono: false })
  })

  test('says what an answer could change, the first four only', () => {
    const first = pack.questions.find((question) => question.domain === 'AD')
    if (first === undefined) throw new Error('The pack has no question on access.')
    const asks = withResult({
      askFirst: [
        { questionId: first.id, tierSteps: 2, gapBp: 1250, couldClearFlag: true },
        { questionId: first.id, tierSteps: 1, gapBp: 0, couldClearFlag: false },
        ...Array.from({ length: 6 }, () => ({ questionId: first.id, tierSteps: 0, gapBp: 0, couldClearFlag: false })),
      ],
    })
    const { askFirst, moreOpen } = askLines(asks)
    expect(askFirst[0]?.effect).toBe('could lower the worst case by 2 tiers; could clear a flag; up to 12.50 points of Access and data')
    expect(askFirst[1]?.effect).toBe('could lower the worst case by one tier')
    expect(askFirst[2]?.effect).toBe('')
    expect([askFirst.length, moreOpen]).toEqual([4, '4 more open questions stand among the findings.'])
    expect(askLines(withResult({ askFirst: asks.document.result.askFirst.slice(0, 5) })).moreOpen).toBe(
      'One more open question stands among the findings.',
    )
    expect(askLines(withResult({ askFirst: [] })).moreOpen).toBe('')
  })

  test('asks about a question that is gone without failing', () => {
    const [ask] = caseFile().document.result.askFirst
    if (ask === undefined) throw new Error('The case leaves nothing to ask.')
    const file = { ...withResult({ askFirst: [ask] }), questions: new Map() }
    expect(askLines(file).askFirst[0]?.question).toBe('')
  })
})

describe('method', () => {
  test('prints contributions whose sums are exactly the gap', () => {
    for (const relationship of ['supplier', 'partner', 'investor'] as const) {
      for (const part of reportModel({}, relationship).method.arithmetic) {
        const sum = (pick: 'lo' | 'hi') => part.rows.reduce((total, row) => total + Math.round(Number(row[pick]) * 100), 0)
        expect([sum('lo'), sum('hi')]).toEqual([Math.round(Number(part.lo) * 100), Math.round(Number(part.hi) * 100)])
        expect(part.rows.reduce((total, row) => total + Number(row.weight), 0)).toBe(Number(part.weight))
      }
    }
  })

  test('says which questions may not apply, marks with a dash where they do not count, and still adds up', () => {
    const file = caseFile({ answers: { 'LG-02': [{ kind: 'unknown' }, 'U'], 'LG-03': [{ kind: 'practice', choice: 'yes' }, 'A'] } })
    const part = methodAnnex(file).arithmetic.find((one) => one.domainId === 'LG')
    const row = part?.rows.find((one) => one.question === 'LG-03')
    expect(row).toMatchObject({ hiValue: '–', hi: '0.00' })
    expect(row?.loValue).not.toBe('–')
    const [lo = '', hi = ''] = (part?.weight ?? '').split('/')
    expect(Number(lo) - Number(hi)).toBe(Number(row?.weight))
    expect(part?.conclusion).toContain(`It is not certain that these apply: LG-03.`)
    expect(part?.conclusion).toContain(`Σ w is ${lo} in the best case and ${hi} in the worst`)
    expect(part?.rows.reduce((sum, one) => sum + Math.round(Number(one.hi) * 100), 0)).toBe(Math.round(Number(part?.hi) * 100))
  })

  test('names the band and the tables that lead from gap to tier', () => {
    const { arithmetic, inherentTable, residualTable, bands } = methodAnnex(caseFile())
    expect(arithmetic.find((part) => part.domainId === 'CJ')?.conclusion).toBe('Band 2 with inherent risk Critical gives High.')
    expect(arithmetic.find((part) => part.domainId === 'AD')?.rows.at(-1)).toMatchObject({
      question: 'AD-11 with AD-12',
      answer: 'Declined, Partly',
    })
    expect([inherentTable.length, residualTable.length, bands.length]).toEqual([4, 4, 4])
  })

  test('survives a gap without a band, and questions or domains that are gone', () => {
    const odd = caseFileWith((document) => ({
      result: { ...document.result, domains: document.result.domains.map((domain) => ({ ...domain, band: null })) },
    }))
    expect(methodAnnex({ ...odd, questions: new Map() }).arithmetic[0]).toMatchObject({
      conclusion: '',
      rows: [{ answer: '' }, {}, {}, {}, {}],
    })
    const file = caseFile()
    const gone = { ...file, pack: { ...file.pack, domains: [], questions: [] } }
    expect(methodAnnex(gone).arithmetic[0]).toMatchObject({
      loValue: '',
      hiValue: '',
      rows: [{ loValue: '', hiValue: '' }, {}, {}, {}, {}],
    })
    expect(methodAnnex(gone).example).toBeNull()
  })
})

describe('the closing pages', () => {
  test('list the sources of questions, flags and standing combinations, in the pack’s order', () => {
    const order = pack.sources.map((source) => source.id)
    const used = usedSources(caseFile()).map((source) => source.id)
    expect(used).toEqual(order.filter((id) => used.includes(id)))
    expect(usedSources(caseFile()).find((source) => source.id === 'N21')).toMatchObject({
      publisher: 'National Counterintelligence and Security Center (NCSC)',
      published: 'October 2021',
      basis: 'read in a secondary source',
      isDue: false,
    })
    const late = caseFileWith(() => ({ asOf: '2030-01-01' }))
    expect(usedSources(late).find((source) => source.id === 'N21')).toMatchObject({
      isDue: true,
      check: expect.stringMatching(/^due since /),
    })
    const combined = { ...caseFile(), asked: [] }
    expect(usedSources(combined).length).toBeGreaterThan(0)
    expect(usedSources({ ...combined, document: withResult({ flags: [] }).document })).toEqual([])
  })

  test('state the facts of the signature', () => {
    const block = assessmentSignature(caseFile())
    expect(block.facts.map((fact) => fact.value)).toEqual([
      'Rosa Lindqvist',
      'Security officer',
      'Harbour Genomics, Inc.',
      '22 November 2026, 09:30:15 UTC',
      words.signature.reason,
      '4f1c 09aa 7be2 d310 5c88',
      '9b41 c07e 52d8 f6a3 109e 77b2 c4d5 e80f 6a1b 3c2d 4e5f 6071 8293 a4b5 c6d7 e8f9',
    ])
    expect(block.widgetDescription).toBe('Signature of Rosa Lindqvist, 22 November 2026, 09:30:15 UTC')
  })
})

test('the running head never carries a name that is longer than the line', () => {
  const model = reportModel({
    document: {
      thirdParty: {
        id: '3f1c9a40-52d7-4e0b-8c1e-9d2a7b6f5e11',
        legalName: 'n'.repeat(300),
        nativeName: '',
        registrationNumber: '',
        country: '',
        relationships: ['supplier'],
        note: '',
      },
    },
  })
  expect([...model.running.subject]).toHaveLength(70)
})

test('building twice gives the same bytes and leaves the document as it was', () => {
  const document = reportCase(pack, 'investor')
  const before = JSON.stringify(document)
  expect(JSON.stringify(reportModel({}, 'investor'))).toBe(JSON.stringify(reportModel({}, 'investor')))
  expect(JSON.stringify(document)).toBe(before)
})
