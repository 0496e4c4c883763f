// The engine through its door: known names, valid input, refusals with a next step, and loud faults.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contract, type ProcedureName } from '#shared/contract/contract.ts'
import { createEngine } from '#main/engine/engine.ts'
import { startEngine, startWithDraft, startWithVault } from '../support/engine-session.ts'

const engineNames = Object.entries(contract).flatMap(([name, procedure]) => (procedure.side === 'engine' ? [name as ProcedureName] : []))
const refused = (code: string) => ({ ok: false, fault: expect.objectContaining({ code }) })

describe('an unknown name', () => {
  test.each(['', 'vault', 'vault.destroy', '__proto__', 'constructor', 'toString', 'vault.chooseNew', 7, null, undefined, {}])(
    '%j is a fault',
    async (name) => {
      expect(await startEngine().call(name, {})).toEqual(refused('unknown-procedure'))
    },
  )
})

describe('input that is not what the contract says', () => {
  test('is refused with the path of the wrong field', async () => {
    const session = await startWithVault()
    const outcome = await session.call('thirdParties.add', {
      legalName: 'A',
      nativeName: '',
      registrationNumber: '',
      country: 'usa',
      relationships: [],
      note: '',
    })
    expect(outcome).toEqual({
      ok: false,
      fault: { code: 'invalid-input', detail: 'country: is not a two-letter country code such as US', path: 'country' },
    })
  })

  test('is refused for every procedure, whatever it is, and never crashes or reaches a handler', async () => {
    const session = startEngine()
    const hostile = fc.oneof(
      fc.anything({ withBigInt: true, withDate: true, withMap: true, withSet: true, withTypedArray: true, withNullPrototype: true }),
      fc.constantFrom<unknown>(
        'x'.repeat(10_000_000),
        Number.NaN,
        JSON.parse('{"__proto__":{"handle":"x"}}'),
        { handle: '../../etc/passwd' },
        [],
      ),
    )
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...engineNames), hostile, async (name, input) => {
        const outcome = await session.call(name, input)
        if (outcome.ok) return
        expect(['invalid-input', 'vault-locked', 'place-unknown']).toContain(outcome.fault.code)
      }),
      { numRuns: 10_000 },
    )
    expect(session.faults).toEqual([])
  }, 120_000)

  test('is refused when it holds itself', async () => {
    const cycle: Record<string, unknown> = {}
    cycle['handle'] = cycle
    expect(await startEngine().call('vault.open', cycle)).toEqual(refused('invalid-input'))
  })
})

describe('warming up', () => {
  test('changes nothing a caller can see, not even when the packs cannot be read', async () => {
    const session = startEngine()
    session.engine.warmUp()
    expect(await session.do('vault.state', {})).toEqual({ vault: null })
    const broken = createEngine({
      resourcesDirectory: '/nowhere',
      applicationVersion: '0.1.0',
      sqliteBinding: undefined,
      now: () => '',
      log: () => '',
    })
    broken.warmUp()
    expect(await broken.call('vault.state', {})).toEqual({ ok: true, value: { vault: null } })
  })
})

describe('a locked vault', () => {
  test('answers nothing about what it holds', async () => {
    const session = await startWithVault()
    await session.do('vault.lock', {})
    for (const name of ['organization.read', 'thirdParties.list', 'assessments.list', 'reports.list', 'signers.list', 'crownJewels.list']) {
      expect(await session.call(name, {})).toEqual(refused('vault-locked'))
    }
    expect(await session.do('vault.state', {})).toEqual({ vault: null })
  })
})

describe('a place', () => {
  test('that nobody chose in a dialog is refused', async () => {
    const session = startEngine()
    const handle = '00000000-0000-4000-8000-000000000000'
    expect(await session.call('vault.open', { handle, secret: 'x' })).toEqual(refused('place-unknown'))
    expect(await session.call('verify.file', { handle })).toEqual(refused('place-unknown'))
  })

  test('for a new vault must end in .gatehouse', async () => {
    const session = startEngine()
    expect(await session.call('vault.create', { handle: session.grant('/nowhere/else'), passphrase: 'long enough for this' })).toEqual(
      refused('place-unknown'),
    )
  })
})

describe('answers', () => {
  const practice = (choice: 'yes' | 'partly' | 'no') => ({ kind: 'practice', choice }) as const
  const answer = (questionId: string, value: unknown, note = '') => ({ questionId, value, note, evidenceGrade: 'B' })

  test('are numbered revisions that move the live result', async () => {
    const { call, do: perform, assessment } = await startWithDraft()
    const saved = await call('answer.save', {
      assessmentId: assessment.id,
      baseRevision: 0,
      answer: answer('AD-02', practice('no'), 'no second factor'),
    })
    expect(saved).toMatchObject({ ok: true, value: { answer: { revision: 1, note: 'no second factor' } } })
    const again = await call('answer.save', { assessmentId: assessment.id, baseRevision: 1, answer: answer('AD-02', practice('yes')) })
    expect(again).toMatchObject({ ok: true, value: { answer: { revision: 2 } } })
    const { answers, result } = await perform('assessments.read', { id: assessment.id })
    expect(answers).toEqual([expect.objectContaining({ questionId: 'AD-02', revision: 2, value: practice('yes') })])
    expect(result.answeredCount).toBe(1)
  })

  test('are never saved over one that the page had not seen', async () => {
    const { call, assessment } = await startWithDraft()
    await call('answer.save', { assessmentId: assessment.id, baseRevision: 0, answer: answer('AD-02', practice('no')) })
    const stale = await call('answer.save', { assessmentId: assessment.id, baseRevision: 0, answer: answer('AD-02', practice('yes')) })
    expect(stale).toEqual(refused('answer-changed'))
  })

  test('can be cleared, and counting goes on from there', async () => {
    const { call, do: perform, assessment } = await startWithDraft()
    await call('answer.save', { assessmentId: assessment.id, baseRevision: 0, answer: answer('AD-02', practice('no')) })
    expect(await call('answer.clear', { assessmentId: assessment.id, questionId: 'AD-02', baseRevision: 1 })).toMatchObject({
      ok: true,
      value: { result: { answeredCount: 0 } },
    })
    expect(await call('answer.clear', { assessmentId: assessment.id, questionId: 'AD-02', baseRevision: 1 })).toEqual(
      refused('answer-changed'),
    )
    const saved = await call('answer.save', { assessmentId: assessment.id, baseRevision: 0, answer: answer('AD-02', practice('yes')) })
    expect(saved).toMatchObject({ ok: true, value: { answer: { revision: 3 } } })
    expect((await perform('assessments.read', { id: assessment.id })).answers).toHaveLength(1)
  })

  test('to a question the pack does not have, or of the wrong kind, are refused', async () => {
    const { call, assessment } = await startWithDraft()
    expect(await call('answer.save', { assessmentId: assessment.id, baseRevision: 0, answer: answer('ZZ-99', practice('no')) })).toEqual(
      refused('unknown-question'),
    )
    expect(
      await call('answer.save', { assessmentId: assessment.id, baseRevision: 0, answer: answer('AD-02', { kind: 'text', text: 'no' }) }),
    ).toEqual(refused('wrong-answer-type'))
    expect(
      await call('answer.save', {
        assessmentId: assessment.id,
        baseRevision: 0,
        answer: answer('AD-02', { kind: 'not-applicable', reason: ' ', countersignedBy: '' }),
      }),
    ).toEqual(refused('invalid-input'))
  })

  test('that name what the question does not offer, or one thing twice, are refused', async () => {
    const { do: perform, call, assessment, crownJewel } = await startWithDraft()
    const { pack } = await perform('assessments.read', { id: assessment.id })
    const questionOf = (kind: string) => pack.questions.find((question) => question.answer.kind === kind)?.id ?? ''
    const several = pack.questions.find((question) => question.answer.kind === 'several')
    const option = several?.answer.kind === 'several' ? (several.answer.options[0]?.id ?? '') : ''
    const save = (questionId: string, value: unknown) =>
      call('answer.save', { assessmentId: assessment.id, baseRevision: 0, answer: answer(questionId, value) })
    const stranger = '00000000-0000-4000-8000-000000000000'
    for (const [questionId, value] of [
      [questionOf('choice'), { kind: 'choice', option: 'nonsense' }],
      [questionOf('several'), { kind: 'several', options: ['nonsense'] }],
      [questionOf('several'), { kind: 'several', options: [option, option] }],
      [questionOf('counts'), { kind: 'counts', counts: { nonsense: 1 } }],
      [questionOf('jewels'), { kind: 'jewels', jewelIds: [stranger] }],
      [questionOf('jewels'), { kind: 'jewels', jewelIds: [crownJewel.id, crownJewel.id] }],
    ] as const) {
      expect(await save(questionId, value), JSON.stringify(value)).toEqual(refused('wrong-answer-type'))
    }
    expect(await save(questionOf('several'), { kind: 'several', options: [option] })).toMatchObject({ ok: true })
    expect(await save(questionOf('jewels'), { kind: 'jewels', jewelIds: [crownJewel.id] })).toMatchObject({ ok: true })
  })

  test('may be Unknown, Declined or N/A with a reason for any question', async () => {
    const { call, assessment } = await startWithDraft()
    for (const [index, value] of [
      { kind: 'unknown' },
      { kind: 'declined' },
      { kind: 'not-applicable', reason: 'No such access.', countersignedBy: '' },
    ].entries()) {
      expect(await call('answer.save', { assessmentId: assessment.id, baseRevision: index, answer: answer('PR-06', value) })).toMatchObject(
        { ok: true },
      )
    }
  })
})

describe('an assessment', () => {
  test('starts only in a relationship that the third party has', async () => {
    const { call, thirdParty } = await startWithDraft('supplier')
    const start = (relationship: string) => call('assessments.start', { thirdPartyId: thirdParty.id, relationship, profile: 'lite' })
    expect(await start('investor')).toEqual(refused('relationship-missing'))
    expect(await start('supplier')).toMatchObject({ ok: true })
  })
})

describe('records', () => {
  test('of an organization, its crown jewels and third parties come back as they were saved', async () => {
    const { do: perform, crownJewel, thirdParty } = await startWithDraft()
    const changed = { ...crownJewel, name: 'Assay design and formulas', impact: 3 }
    await perform('crownJewels.change', changed)
    expect(await perform('crownJewels.list', {})).toEqual({ crownJewels: [changed] })
    const renamed = { ...thirdParty, legalName: 'Kestrel Ltd', relationships: ['partner', 'supplier'] as ('partner' | 'supplier')[] }
    await perform('thirdParties.change', renamed)
    expect(await perform('thirdParties.read', { id: thirdParty.id })).toEqual({
      thirdParty: { ...renamed, relationships: ['supplier', 'partner'] },
    })
    expect((await perform('thirdParties.list', {})).thirdParties).toHaveLength(1)
  })

  test('a crown jewel that a draft names cannot be removed, and one that nobody names can', async () => {
    const { do: perform, call, crownJewel, assessment } = await startWithDraft()
    const value = { kind: 'jewels', jewelIds: [crownJewel.id] }
    await call('answer.save', {
      assessmentId: assessment.id,
      baseRevision: 0,
      answer: { questionId: 'CJ-05', value, note: '', evidenceGrade: 'U' },
    })
    expect(await call('crownJewels.remove', { id: crownJewel.id })).toEqual(refused('in-use'))
    const { crownJewel: other } = await perform('crownJewels.add', { name: 'Other', impact: 1, note: '' })
    expect(await call('crownJewels.remove', { id: other.id })).toEqual({ ok: true, value: {} })
    expect(await call('crownJewels.remove', { id: other.id })).toEqual(refused('not-found'))
    expect(await call('crownJewels.change', other)).toEqual(refused('not-found'))
  })

  test('that are gone are said to be gone', async () => {
    const { call } = await startWithVault()
    const id = '00000000-0000-4000-8000-000000000000'
    expect(await call('thirdParties.read', { id })).toEqual(refused('not-found'))
    expect(
      await call('thirdParties.change', {
        id,
        legalName: 'A',
        nativeName: '',
        registrationNumber: '',
        country: '',
        relationships: ['supplier'],
        note: '',
      }),
    ).toEqual(refused('not-found'))
    expect(await call('assessments.read', { id })).toEqual(refused('not-found'))
    expect(await call('verify.report', { reportId: id })).toEqual(refused('not-found'))
    expect(await call('assessments.start', { thirdPartyId: id, relationship: 'supplier', profile: 'lite' })).toEqual(
      refused('no-organization'),
    )
  })
})
