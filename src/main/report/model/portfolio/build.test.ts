// The report on all third parties before typesetting: counted, ordered and said right, whatever state they are in.
import { describe, expect, test } from 'vitest'
import type { PortfolioDocument, PortfolioParty, PortfolioTreatment } from '#shared/domain/portfolio-document.ts'
import { plainLook } from '#shared/domain/report-look.ts'
import { portfolioCase } from '#test/golden/portfolio-case.ts'
import { words } from '#test/golden/report-model-case.ts'
import { buildPortfolioModel } from './build.ts'

const whole = portfolioCase(24)
const modelOf = (changes: Partial<PortfolioDocument>) => buildPortfolioModel({ ...whole, ...changes }, { words })
const model = modelOf({})

/** The first party that was assessed, with parts of its standing replaced. */
function partyWith(changes: Partial<PortfolioParty['standings'][number]>, party: Partial<PortfolioParty> = {}): PortfolioParty {
  const [first] = whole.parties
  const [standing] = first?.standings ?? []
  if (first === undefined || standing === undefined) throw new Error('The case has no party.')
  return { ...first, relationships: [standing.relationship], ...party, standings: [{ ...standing, status: 'signed', ...changes }] }
}

function treatmentWith(changes: Partial<PortfolioTreatment>): PortfolioTreatment {
  const [first] = whole.treatments
  if (first === undefined) throw new Error('The case has no treatment.')
  return { ...first, action: 'Ask.', ownerName: 'Dana', dueOn: '2027-01-01', acceptedUntil: null, response: 'mitigate', ...changes }
}

describe('page one of a portfolio', () => {
  test('counts every third party once, at its gravest', () => {
    expect(model.front.tiers.map(({ word }) => word)).toEqual(['Critical', 'High', 'Moderate', 'Low', 'Not assessed'])
    expect(model.front.tiers.reduce((sum, { count }) => sum + count, 0)).toBe(24)
    expect(model.front.tiersAlt).toMatch(/^Third parties by tier in the worst case: Critical \d+, High \d+, .*Not assessed 2\.$/)
    const unconfirmed = modelOf({ parties: [partyWith({ tier: { best: 'low', worst: 'low' }, isUnconfirmed: true })] })
    expect(unconfirmed.front.tiers.map(({ count }) => count)).toEqual([0, 0, 1, 0, 0])
  })

  test('gives six figures, and marks those that ask for a look', () => {
    const late = { reassessOn: '2026-11-21', flags: [{ ruleId: 'RP-01', level: 'stop', state: 'fired', reason: 'Listed.' }] } as const
    const { figures } = modelOf({
      parties: [partyWith({ ...late, flags: [...late.flags] })],
      treatments: [
        treatmentWith({ dueOn: '2026-11-21' }),
        treatmentWith({ response: 'accept', acceptedUntil: '2026-11-21' }),
        treatmentWith({ response: 'accept', acceptedUntil: '2028-01-01', dueOn: '2026-01-15' }),
        treatmentWith({ dueOn: null }),
      ],
    }).front
    expect(figures.map(({ value, isAlarm }) => [value, isAlarm])).toEqual([
      ['1', false],
      ['1', false],
      ['1', true],
      ['0', false],
      ['1', true],
      ['2', true],
    ])
    const onTime = modelOf({ parties: [partyWith({ reassessOn: '2026-11-22', flags: [] })], treatments: [] }).front
    expect(onTime.figures.some(({ isAlarm }) => isAlarm)).toBe(false)
  })

  test('counts a third party once that stands in two relationships', () => {
    const party = partyWith({ reassessOn: '2026-01-01', flags: [{ ruleId: 'RP-01', level: 'stop', state: 'fired', reason: 'Listed.' }] })
    const [standing] = party.standings
    if (standing === undefined) throw new Error('The party has no standing.')
    const relationships = ['supplier', 'partner'] as const
    const both = {
      ...party,
      relationships: [...relationships],
      standings: relationships.map((relationship) => ({ ...standing, relationship })),
    }
    const { front, flags } = modelOf({ parties: [both], treatments: [] })
    expect(front.figures.map(({ value, label }) => `${value} ${label}`)).toEqual([
      '1 third party',
      '1 assessed',
      '1 with a STOP',
      '0 with an unresolved STOP',
      '1 to be assessed again, overdue',
      '0 treatments overdue',
    ])
    const late = modelOf({ treatments: [treatmentWith({ dueOn: '2026-11-21' })] }).front.figures
    expect(late.at(-1)).toMatchObject({ value: '1', label: 'treatment overdue' })
    expect(flags[0]?.standing).toBe('fired 1, unresolved 0')
  })

  test('names what needs a decision first, and says when nothing does or more does', () => {
    expect(model.front.matters).toHaveLength(5)
    expect(model.front.matters[0]?.tier?.worst.id).toBe('critical')
    expect(model.front.mattersNote).toMatch(/^and \d+ more;/)
    const calm = partyWith({ tier: { best: 'low', worst: 'moderate' }, isUnconfirmed: false, reassessOn: '2027-11-22', flags: [] })
    const quiet = modelOf({ parties: [calm] }).front
    expect(quiet.matters).toEqual([])
    expect(quiet.mattersNote).toMatch(/^No third party stands at High or Critical/)
    expect(quiet.context).toEqual(['1 third party', 'Due dates judged as of 22 November 2026'])
    const stopped = partyWith({ ...calm.standings[0], flags: [{ ruleId: 'RP-01', level: 'stop', state: 'unresolved', reason: 'Listed.' }] })
    expect(modelOf({ parties: [stopped] }).front).toMatchObject({ matters: [{ name: 'Kestrel Sequencing Services Ltd' }], mattersNote: '' })
  })

  test('says for whom and by whom', () => {
    const chosen = { look: { ...plainLook, issuer: 'Whitfield Advisory' }, logo: null }
    expect(buildPortfolioModel(whole, { words, chosen }).front.preparedFor).toBe(
      'Prepared for Harbour Genomics, Inc. by Whitfield Advisory',
    )
  })
})

describe('the lines of third parties', () => {
  test('stand from the gravest to those that nobody assessed', () => {
    const ranks = model.parties.map(({ tier }) => (tier === null ? 0 : ['low', 'moderate', 'high', 'critical'].indexOf(tier.worst.id) + 1))
    expect(ranks.at(0)).toBe(4)
    expect(ranks.at(-1)).toBe(0)
    expect(model.parties.at(-1)).toMatchObject({ tierNote: 'Not assessed', driver: '', decision: '', nextLook: '', isOverdue: false })
  })

  test('say what sets the tier, what was decided and when to look again', () => {
    const lineOf = (changes: Parameters<typeof partyWith>[0]) => modelOf({ parties: [partyWith(changes)] }).parties[0]
    expect(lineOf({ driver: { kind: 'flag', id: 'RP-01', title: 'It may be listed.' } })?.driver).toBe('RP-01: It may be listed.')
    expect(lineOf({ driver: { kind: 'domain', id: 'AD', title: 'Access and data' } })?.driver).toBe('Access and data')
    expect(lineOf({ driver: null })?.tier).toBe(null)
    expect(lineOf({ status: 'draft', badges: ['stale'] })?.note).toBe('Draft, not signed, Stale')
    expect(lineOf({ status: 'signed', badges: [] })?.note).toBe('')
    expect(lineOf({ outcome: null })?.decision).toBe('Not decided')
    expect(lineOf({ outcome: 'decline' })?.decision).toBe('Decline')
    expect(lineOf({ isUnconfirmed: true })?.tierNote).toBe('unconfirmed')
    expect(lineOf({ reassessOn: '2026-11-21' })).toMatchObject({ nextLook: '21 November 2026, overdue', isOverdue: true })
    expect(lineOf({ reassessOn: '2026-11-22' })).toMatchObject({ nextLook: '22 November 2026', isOverdue: false })
  })

  test('call no draft due for another look: it is not signed yet', () => {
    const { parties, reassessments, front } = modelOf({ parties: [partyWith({ status: 'draft', reassessOn: '2026-11-21' })] })
    expect(parties[0]).toMatchObject({ nextLook: '', isOverdue: false })
    expect(reassessments).toEqual([])
    expect(front.figures.map(({ value, label }) => `${value} ${label}`)).toContain('0 to be assessed again, overdue')
  })
})

describe('the chapters of a portfolio', () => {
  test('count relationships by impact and exposure', () => {
    const { matrix } = modelOf({ parties: [partyWith({ impactWorst: 4, exposureWorst: 1, inherent: { best: 'low', worst: 'high' } })] })
    expect(matrix.rows.map((row) => row.map(({ count }) => count))).toEqual([
      [1, 0, 0, 0],
      [0, 0, 0, 0],
      [0, 0, 0, 0],
      [0, 0, 0, 0],
    ])
    expect(matrix.alt).toContain('1 of 1')
  })

  test('group flags by rule, STOP first, and cut long lists of names', () => {
    const flag = (ruleId: string, level: 'stop' | 'high', state: 'fired' | 'unresolved') => ({
      ruleId,
      level,
      state,
      reason: `Rule ${ruleId}.`,
    })
    const parties = Array.from({ length: 14 }, (_, number) =>
      partyWith(
        { flags: [flag('AD-02', 'high', 'unresolved'), ...(number === 0 ? [flag('RP-01', 'stop', 'fired')] : [])] },
        { legalName: `Party ${number}` },
      ),
    )
    const { flags } = modelOf({ parties })
    expect(flags.map(({ flag: { ruleId, state } }) => [ruleId, state])).toEqual([
      ['RP-01', 'fired'],
      ['AD-02', 'unresolved'],
    ])
    expect(flags[0]).toMatchObject({ standing: 'fired 1, unresolved 0', parties: 'Party 0' })
    expect(flags[1]?.parties).toMatch(/^Party 0 · .* · and 2 more$/)
    expect(modelOf({ parties: [partyWith({ flags: [] })] }).flags).toEqual([])
  })

  test('show who can do what with which crown jewel, eight to a table', () => {
    expect(model.reach.jewels).toHaveLength(11)
    expect(model.reach.tables.map(({ jewels }) => jewels)).toEqual([
      ['J1', 'J2', 'J3', 'J4', 'J5', 'J6', 'J7', 'J8'],
      ['J9', 'J10', 'J11'],
    ])
    const [jewel] = whole.crownJewels
    const reachOf = (stated: PortfolioParty['reach'][number]['stated']) =>
      modelOf({ parties: [partyWith({}, { reach: jewel === undefined ? [] : [{ jewelId: jewel.id, stated }] })] }).reach
    expect(reachOf({ see: true, copy: true, change: true, stop: true }).tables[0]?.rows[0]?.cells[0]).toBe('SCMX')
    expect(reachOf({ see: true, copy: false, change: false, stop: true }).tables[0]?.rows[0]?.cells[0]).toBe('SX')
    expect(reachOf(null).tables[0]?.rows[0]?.cells[0]).toBe('•')
    expect(reachOf({ see: false, copy: false, change: false, stop: false })).toMatchObject({ tables: [], none: words.portfolio.reachNone })
    expect(model.reach.none).toBe('')
  })

  test('show the course of time where there is one', () => {
    expect(model.course.length).toBeGreaterThan(0)
    expect(model.course.every(({ steps }) => steps.length >= 2)).toBe(true)
    expect(model.courseNone).toBe('')
    expect(modelOf({ parties: [] })).toMatchObject({ course: [], courseNone: words.portfolio.courseNone })
  })

  test('list what is due, the earliest first, with who does it', () => {
    const { reassessments } = modelOf({
      parties: [
        partyWith({ reassessOn: '2027-02-20' }),
        partyWith({ reassessOn: '2026-01-01' }),
        partyWith({ reassessOn: '2027-02-21' }),
        partyWith({ reassessOn: '2026-01-01' }),
      ],
    })
    expect(reassessments.map(({ date, isOverdue }) => [date, isOverdue])).toEqual([
      ['1 January 2026', true],
      ['1 January 2026', true],
      ['20 February 2027', false],
    ])
    const stranger = whole.parties[23]
    const { treatments } = modelOf({
      treatments: [
        treatmentWith({ dueOn: null, ownerName: '' }),
        treatmentWith({ response: 'accept', acceptedUntil: '2026-12-01', acceptedBy: 'Olga', dueOn: '2026-01-15', status: 'in-progress' }),
        treatmentWith({ response: 'accept', acceptedUntil: '2026-09-30', ownerName: '', action: '', finding: 'AD-02' }),
        treatmentWith({ response: 'accept', acceptedUntil: null, dueOn: null }),
        treatmentWith({ dueOn: '2026-11-01', action: '', finding: 'AD-02', status: 'in-progress' }),
        { ...treatmentWith({ dueOn: '2028-01-01' }), ...(stranger === undefined ? {} : { thirdPartyId: stranger.thirdPartyId }) },
      ],
      parties: whole.parties.slice(0, 23),
    })
    expect(treatments.map(({ date, who, isOverdue }) => [date, who, isOverdue])).toEqual([
      ['accepted until 30 September 2026', 'nobody named', true],
      ['1 November 2026', 'Dana', true],
      ['accepted until 1 December 2026', 'Olga', false],
      ['1 January 2028', 'Dana', false],
      ['no day set', 'nobody named', false],
      ['no day set', 'Dana', false],
    ])
    expect(treatments.slice(0, 3).map(({ what }) => what)).toEqual([
      'AD-02 · Accept, lapsed',
      'AD-02 · Mitigate, in progress',
      expect.stringMatching(/ · Accept, accepted: Ask\.$/),
    ])
    expect(treatments[3]?.name).toBe('')
    expect(modelOf({ parties: [], treatments: [] })).toMatchObject({
      reassessmentsNone: words.portfolio.dueNone,
      treatmentsNone: words.portfolio.treatmentsNone,
    })
  })
})
