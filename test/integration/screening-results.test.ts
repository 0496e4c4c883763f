// What screening found, kept beside the answers of an assessment: stored, scored, signed with them and then frozen.
import { describe, expect, test } from 'vitest'
import { AssessmentDocument } from '#shared/domain/assessment-document.ts'
import { Screening } from '#shared/domain/assessment-screening.ts'
import { openVault } from '#main/store/vault.ts'
import { command, query } from '#main/store/statement.ts'
import { z } from 'zod'
import { startWithExample } from '../support/example.ts'
import { passphrase, vaultEnvironment } from '../support/vault-place.ts'

const lists = [{ listId: 'us-csl', editionOn: '2026-11-01' }]
const screening = (outcome: Screening['outcome']): Screening => Screening.parse({ screenedOn: '2026-11-20', lists, outcome })

describe('what screening found', () => {
  test('is scored at once, can be replaced, and taken back', async () => {
    const session = await startWithExample('supplier')
    const assessmentId = session.assessment.id
    const read = () => session.do('assessments.read', { id: assessmentId })
    await session.do('screening.save', { assessmentId, screening: null })
    const before = await read()
    expect(before.screening).toBeNull()
    const matched = await session.do('screening.save', { assessmentId, screening: screening('match') })
    expect(matched.result.tier).toEqual({ best: 'critical', worst: 'critical' })
    expect(await read()).toMatchObject({ screening: screening('match'), result: matched.result })
    const open = await session.do('screening.save', { assessmentId, screening: screening('possible-match') })
    expect(open.result.flags.at(-1)).toMatchObject({ ruleId: 'screening', state: 'unresolved' })
    const taken = await session.do('screening.save', { assessmentId, screening: null })
    expect(taken.result).toEqual(before.result)
    expect((await read()).screening).toBeNull()
  })

  test('is refused without a list, and for an assessment that is not there', async () => {
    const { call, assessment } = await startWithExample('supplier')
    const bare = { screenedOn: '2026-11-20', lists: [], outcome: 'no-match' }
    expect(await call('screening.save', { assessmentId: assessment.id, screening: bare })).toMatchObject({ ok: false })
    const stranger = '00000000-0000-4000-8000-000000000009'
    const refused = await call('screening.save', { assessmentId: stranger, screening: screening('match') })
    expect(refused).toMatchObject({ ok: false, fault: { code: 'not-found' } })
  })

  test('is signed with the answers, recomputes, and is frozen, for the app and in the database itself', async () => {
    const session = await startWithExample('supplier')
    const assessmentId = session.assessment.id
    await session.do('screening.save', { assessmentId, screening: screening('match') })
    await session.do('decision.save', {
      assessmentId,
      decision: { outcome: 'decline', rationale: '', conditions: [], decidedBy: 'Dana' },
    })
    const { verdict } = await session.do('reports.sign', { assessmentId, signerId: session.signer.id })
    expect(verdict.content.state).toBe('recomputes')
    const change = { assessmentId, screening: null }
    expect(await session.call('screening.save', change)).toMatchObject({ ok: false, fault: { code: 'frozen' } })
    await session.engine.close()
    const vault = await openVault(session.directory, passphrase, vaultEnvironment())
    try {
      const kept = vault.store.first(query('SELECT document FROM report', z.strictObject({ document: z.string() })))
      expect(AssessmentDocument.parse(JSON.parse(kept?.document ?? '')).screening).toEqual(screening('match'))
      const tamper = (sql: string) => () => vault.store.write({ action: 'test', subject: '', payload: null }, (tx) => tx.run(command(sql)))
      expect(tamper('DELETE FROM screening')).toThrow(/frozen/)
      expect(tamper("UPDATE screening SET content = '{}'")).toThrow(/frozen/)
      expect(tamper(`INSERT OR REPLACE INTO screening SELECT assessment_id, '{}', saved_at FROM screening`)).toThrow(/frozen/)
    } finally {
      vault.close()
    }
  })
})
