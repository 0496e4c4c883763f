// Vaults made by released code, kept as files: each of them must open for ever, with everything that was in it.
import { cpSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { startEngine } from '../support/engine-session.ts'
import { temporaryFolder } from '../support/vault-place.ts'

const folder = resolve(import.meta.dirname, '../fixtures/vaults')

const Facts = z.strictObject({
  passphrase: z.string(),
  recoveryCode: z.string(),
  historyEntries: z.int(),
  historyHead: z.string(),
  signedAssessmentId: z.uuid(),
  draftAssessmentId: z.uuid(),
})

/** A copy to open: the one that is kept stays as it was made. */
function copyOf(release: string) {
  const facts = Facts.parse(JSON.parse(readFileSync(join(folder, release, 'facts.json'), 'utf8')))
  const directory = join(temporaryFolder(), 'Example.gatehouse')
  cpSync(join(folder, release, 'Example.gatehouse'), directory, { recursive: true })
  return { facts, directory }
}

describe.each(readdirSync(folder))('a vault made by release %s', (release) => {
  test.each(['passphrase', 'recoveryCode'] as const)(
    'opens with its %s, sound, with its history, its draft and its signed report',
    async (kind) => {
      const { facts, directory } = copyOf(release)
      const session = startEngine()
      await session.do('vault.open', { handle: session.grant(directory), secret: facts[kind] })
      const check = await session.do('vault.check', {})
      expect(check.problems).toEqual([])
      expect(check.historyEntries).toBeGreaterThanOrEqual(facts.historyEntries)
      const { assessments } = await session.do('assessments.list', {})
      const statusOf = (id: string) => assessments.find(({ assessment }) => assessment.id === id)?.assessment.status
      expect(statusOf(facts.signedAssessmentId)).toBe('signed')
      expect(statusOf(facts.draftAssessmentId)).toBe('draft')
      const { reports } = await session.do('reports.list', { kind: 'assessment' })
      expect(reports.map(({ assessmentId }) => assessmentId)).toContain(facts.signedAssessmentId)
      for (const { id, subject, auditSequence } of reports) {
        expect([subject.length > 0, auditSequence > 0]).toEqual([true, true])
        const { verdict } = await session.do('verify.report', { reportId: id })
        expect(verdict).toMatchObject({ integrity: { state: 'intact' }, content: { state: 'recomputes' } })
      }
      expect(session.faults).toEqual([])
    },
  )

  test('shows in the exposure matrix what its answers name', async () => {
    const { facts, directory } = copyOf(release)
    const session = startEngine()
    await session.do('vault.open', { handle: session.grant(directory), secret: facts.passphrase })
    const list = () => session.do('exposure.list', { jewelId: null, search: '', after: null, limit: 50 })
    await expect.poll(async () => (await list()).staleCount).toBe(0)
    const { cells } = await list()
    expect(cells.map(({ assessmentId }) => assessmentId)).toContain(facts.signedAssessmentId)
  })

  test('opens with nothing else', async () => {
    const { facts, directory } = copyOf(release)
    const session = startEngine()
    const outcome = await session.call('vault.open', { handle: session.grant(directory), secret: `${facts.passphrase}.` })
    expect(outcome).toMatchObject({ ok: false, fault: { code: 'wrong-secret' } })
  })
})
