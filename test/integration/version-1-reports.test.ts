// A report that the first version of Gatehouse signed: it is read, shown and recomputed for ever.
import { cpSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { startEngine } from '../support/engine-session.ts'
import { temporaryFolder } from '../support/vault-place.ts'

const folder = resolve(import.meta.dirname, '../fixtures/vaults/v1')
const Facts = z.object({ passphrase: z.string(), signedAssessmentId: z.string() })

test('a report of the first version shows what it signed with what the method says of it now, and recomputes', async () => {
  const facts = Facts.parse(JSON.parse(readFileSync(join(folder, 'facts.json'), 'utf8')))
  const directory = join(temporaryFolder(), 'Example.gatehouse')
  cpSync(join(folder, 'Example.gatehouse'), directory, { recursive: true })
  const session = startEngine()
  await session.do('vault.open', { handle: session.grant(directory), secret: facts.passphrase })
  const { assessments } = await session.do('assessments.list', {})
  const id = assessments.find(({ assessment }) => assessment.id === facts.signedAssessmentId)?.assessment.id
  if (id === undefined) throw new Error('The vault holds a signed assessment.')
  const { result, reportId, screening } = await session.do('assessments.read', { id })
  expect([result.packVersion, result.tier]).toEqual(['0.1.0', { best: 'high', worst: 'high' }])
  expect(result.findings.length).toBeGreaterThan(0)
  expect(screening).toBeNull()
  if (reportId === null) throw new Error('A signed assessment has a report.')
  const copy = join(temporaryFolder(), 'report.pdf')
  await session.do('reports.saveCopy', { reportId, handle: session.grant(copy) })
  const { verdict } = await session.do('verify.file', { handle: session.grant(copy) })
  expect(verdict.content.state).toBe('recomputes')
})
