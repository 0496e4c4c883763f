// The report on the organization itself before typesetting: its answers, gaps and plan, whatever was answered.
import { describe, expect, test } from 'vitest'
import type { ProgrammeDocument } from '#shared/domain/programme-document.ts'
import { pack, sources, words } from '#test/golden/report-model-case.ts'
import { programmeCase, type ProgrammeMood } from '#test/golden/programme-case.ts'
import { shippedPack } from '#test/golden/report-case.ts'
import { buildProgrammeModel } from './build.ts'

const modelOf = (mood: ProgrammeMood = 'mixed', changes: Partial<ProgrammeDocument> = {}) =>
  buildProgrammeModel(programmeCase(pack, mood, changes), pack, sources)
const model = modelOf()
const whole = programmeCase(pack)

describe('page one of a programme', () => {
  test('counts the answers by how they stand', () => {
    const values = (mood: ProgrammeMood) => modelOf(mood).front.figures.map(({ value, isAlarm }) => [Number(value), isAlarm])
    const [met, partly, notMet, open, floors, jewels] = values('good')
    expect([partly, notMet, floors]).toEqual([
      [0, false],
      [0, false],
      [0, false],
    ])
    expect(met?.[0]).toBeGreaterThan(5)
    expect(jewels).toEqual([3, false])
    expect(open?.[0]).toBeLessThan(3)
    expect(values('bad')[2]?.[1]).toBe(true)
    expect(values('bad')[4]?.[1]).toBe(true)
    expect(values('blank')[0]).toEqual([0, false])
  })

  test('shows the gap of each domain in its step, without a tier', () => {
    expect(model.front.steps.map(({ title }) => title)).toEqual([
      'Step 1: Crown jewels',
      'Step 2: Standards for third parties',
      'Step 3: Insider threat programme',
    ])
    const lines = model.front.steps.flatMap(({ domains }) => domains)
    expect(lines.every(({ tier, isDriver }) => tier === null && !isDriver)).toBe(true)
    expect(lines.find(({ id }) => id === 'CJ')?.bar?.alt).toMatch(/^Crown jewels: gap \d+(–\d+)?\s%\.$/)
    expect(model.front.steps[0]?.answered).toMatch(/^\d+ of \d+ answered$/)
    expect(modelOf('blank').front.steps[0]?.answered).toMatch(/^0 of \d+ answered$/)
  })

  test('shows no bar where a domain has no gap', () => {
    const shipped = shippedPack()
    const { steps } = buildProgrammeModel(programmeCase(shipped), shipped, sources).front
    expect(steps[1]?.domains.find(({ id }) => id === 'RP')).toMatchObject({ bar: null, gapText: 'Nothing applies' })
  })

  test('says what to do first, that there is more, or that there is nothing', () => {
    expect(model.front.first).toEqual(model.plan.slice(0, 5))
    expect(modelOf('bad').front.firstNote).toMatch(/^and \d+ more in “The plan”$/)
    const well = modelOf('good')
    expect(well.front).toMatchObject({ first: [], firstNote: 'The answers leave nothing to do.' })
    expect(well.planNone).toBe('The answers leave nothing to do.')
    expect(well.steps.every(({ findingsText }) => findingsText === words.programme.findingsNone)).toBe(true)
  })

  test('is silent about more when all of it is named', () => {
    const few = programmeCase(pack, 'good')
    const answers = few.answers.map((answer) =>
      answer.questionId === 'IT-01' ? { ...answer, value: { kind: 'practice', choice: 'no' } } : answer,
    )
    const one = buildProgrammeModel(programmeCase(pack, 'good', { answers }), pack, sources)
    expect(one.front).toMatchObject({ first: [{ id: 'IT-01', flag: { level: 'high', state: 'fired' } }], firstNote: '' })
    expect(one.steps[2]?.findingsText).toBe('1 finding')
  })
})

describe('the chapters of a programme', () => {
  test('describe the organization with what is stated', () => {
    expect(model.about.map(({ value }) => value)).toEqual([
      'Harbour Genomics, Inc.',
      'United States',
      'security@harbour.example',
      '50 to 249 people',
      'Biotechnology, Artificial intelligence',
    ])
    const bare = { organization: { name: 'Harbour', country: 'XX' as const, activity: '', contact: '' }, profile: null }
    expect(modelOf('blank', { ...bare, organization: { ...bare.organization, country: '' } }).about.map(({ value }) => value)).toEqual([
      'Harbour',
    ])
  })

  test('list the crown jewels with what is known of each', () => {
    expect(model.jewels.map(({ name, isReviewDue }) => [name, isReviewDue])).toEqual([
      ['Patient genome archive', true],
      ['Assay design files', false],
      ['Hospital price list', false],
    ])
    expect(model.jewels[0]?.facts.map(({ label, value }) => `${label}: ${value}`)).toEqual([
      'Owner: Dana Whitfield',
      'Where it is: Data centre A, encrypted copy in building 2',
      'Who can reach it: Four people of the laboratory; two administrators',
      'Look again by: 30 June 2026, overdue',
      'Third parties that can reach it: 3',
    ])
    expect(model.jewels[2]?.facts).toEqual([{ label: 'Third parties that can reach it', value: '1', isMono: false }])
  })

  test('make a plan of the findings, with who does it by when', () => {
    const bad = modelOf('bad')
    const line = (id: string) => bad.plan.find((one) => one.id === id)
    expect(line('CJ-01')).toMatchObject({
      firstStep: 'Name an owner for each assay design.',
      who: 'Ines Marlow',
      due: '31 October 2026, in progress',
      isOverdue: true,
    })
    expect(line('CT-01')).toMatchObject({ who: 'Dana Whitfield', due: 'no day set, open', isOverdue: false })
    expect(line('IT-01')).toMatchObject({ who: '', due: '', isOverdue: false })
    expect(line('IT-01')?.firstStep).not.toBe('')
    const done = whole.treatments.map((treatment) => ({ ...treatment, status: 'done' as const }))
    expect(modelOf('bad', { treatments: done }).plan.some(({ isOverdue }) => isOverdue)).toBe(false)
    const later = whole.treatments.toReversed()
    expect(modelOf('bad', { treatments: later }).plan).toEqual(bad.plan)
    const [first] = whole.treatments
    if (first === undefined) throw new Error('The case has no treatment.')
    const open = { ...first, status: 'open' as const, dueOn: '2026-03-01', ownerName: 'Mira' }
    const finished = { ...first, status: 'done' as const, dueOn: '2026-01-01' }
    const planOf = (treatments: (typeof first)[]) => modelOf('bad', { treatments }).plan.find(({ id }) => id === first.questionId)
    for (const treatments of [
      [finished, open],
      [open, finished],
    ])
      expect(planOf(treatments)).toMatchObject({ due: '1 March 2026, open', who: 'Mira', isOverdue: true })
    expect(planOf([finished, { ...finished, dueOn: '2026-02-01' }])).toMatchObject({ due: '1 January 2026, done', isOverdue: false })
    const dayless = whole.treatments.map((treatment, index) => (index === 0 ? { ...treatment, dueOn: null } : treatment))
    for (const treatments of [dayless, dayless.toReversed()])
      expect(modelOf('bad', { treatments }).plan.find(({ id }) => id === 'CJ-01')?.due).toBe('31 January 2027, open')
  })

  test('date every answer', () => {
    const lines = model.answers.flatMap((section) => section.lines)
    const given = lines.filter(({ kind, revision }) => kind !== 'open' || revision !== '')
    expect(given.every(({ because }) => /^Answered on \d+ \w+ 20\d\d$/.test(because))).toBe(true)
    const blank = modelOf('blank').answers.flatMap((section) => section.lines)
    expect(blank.every(({ because }) => because === '')).toBe(true)
    expect(model.sources.length).toBeGreaterThan(0)
  })

  test('come from the pack that the answers were given for, and from no other', () => {
    expect(() => buildProgrammeModel(whole, { ...pack, version: '9.9.9' }, sources)).toThrow('Give the report its own pack.')
  })
})
