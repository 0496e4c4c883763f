// What was compared, in an assessment: taken over by a person, then following comparisons and decisions until something is entered by hand.
import { describe, expect, test } from 'vitest'
import { startWithVault } from '../support/engine-session.ts'
import { restrictedList } from '../support/restricted-list.ts'
import { addParty, firstHit, notSame, others, refusalOf, runToEnd, startWithAssessment, takeIn } from '../support/screening.ts'

describe('an assessment', () => {
  test('takes over what was compared: lists, counts, and an open STOP until a person decided; then it follows', async () => {
    const { assessmentId, read, ...session } = await startWithAssessment()
    const taken = await session.do('screening.takeOver', { assessmentId })
    expect(taken.screening).toMatchObject({
      outcome: 'possible-match',
      lists: [{ listId: 'example', editionOn: '2026-01-15', facts: { title: 'Example list', entryCount: 601, holeCount: 0 } }],
      names: { compared: 1, notComparable: 0 },
      hits: { open: 1, same: 0, 'not-same': 0, 'cannot-tell': 0 },
    })
    const stopsOf = (result: typeof taken.result) => result.flags.filter(({ ruleId }) => ruleId === 'screening').map(({ state }) => state)
    expect(stopsOf(taken.result)).toEqual(['unresolved'])
    const name = await firstHit(session)
    const outcomeAfter = async (verdict: 'same' | 'not-same' | 'cannot-tell') => {
      await session.do('screening.decide', { ...name, decision: { ...notSame, verdict } })
      return (await read())?.outcome
    }
    expect([await outcomeAfter('cannot-tell'), await outcomeAfter('same'), await outcomeAfter('not-same')]).toEqual([
      'possible-match',
      'match',
      'no-match',
    ])
    await session.do('screening.withdraw', { ...name, decidedBy: 'Ana Ruiz' })
    expect((await read())?.outcome).toBe('possible-match')
    const newer = await takeIn(session, restrictedList(others), { editionOn: '2026-02-01' })
    await runToEnd(session, { editionIds: [newer.edition.id] })
    expect(await read()).toMatchObject({ outcome: 'no-match', lists: [{ editionOn: '2026-02-01' }], hits: { open: 0 } })
    expect(session.faults).toEqual([])
  })

  test('names each edition by its own day, also when the clock was set back before it', async () => {
    let today = '2026-03-01'
    let seconds = 0
    const session = await startWithVault(() => {
      seconds += 1
      return new Date(Date.parse(`${today}T09:00:00.000Z`) + seconds * 1_000).toISOString()
    })
    const thirdPartyId = await addParty(session, 'Kestrel Sequencing Services Ltd')
    const { edition } = await takeIn(session, restrictedList(others), { editionOn: '2026-02-01' })
    today = '2026-01-20'
    await runToEnd(session, { editionIds: [edition.id] })
    const { screening } = await session.do('screening.ofParty', { thirdPartyId })
    expect(screening).toMatchObject({ screenedOn: '2026-01-20', lists: [{ editionOn: '2026-02-01' }] })
    expect(session.faults).toEqual([])
  })

  test('that was filled by hand is left alone, and one of a party that was never compared has nothing to take over', async () => {
    const { assessmentId, read, ...session } = await startWithAssessment()
    const byHand = { screenedOn: '2026-01-20', outcome: 'no-match', lists: [{ listId: 'elsewhere', editionOn: '2026-01-19' }] } as const
    await session.do('screening.save', { assessmentId, screening: { ...byHand, lists: [...byHand.lists] } })
    await session.do('screening.decide', { ...(await firstHit(session)), decision: { ...notSame, verdict: 'same' } })
    expect(await read()).toEqual(byHand)
    expect((await session.do('screening.ofParty', { thirdPartyId: session.thirdPartyId })).screening?.outcome).toBe('match')
    const start = { thirdPartyId: await addParty(session, 'New Firm'), relationship: 'supplier', profile: 'lite' } as const
    const { assessment } = await session.do('assessments.start', start)
    expect(await refusalOf(session, 'screening.takeOver', { assessmentId: assessment.id })).toBe('never-screened')
    const lie = { ...byHand, hits: { open: 1, same: 0, 'not-same': 0, 'cannot-tell': 0 } }
    expect(await refusalOf(session, 'screening.save', { assessmentId, screening: lie })).toBe('invalid-input')
  })
})
