// The examples that ship with the product, recorded into an open vault the way a person would.
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { AssessmentInput } from '#shared/domain/assessment-input.ts'
import type { JewelId } from '#shared/domain/ids.ts'
import { answersOf } from '#main/cli/input-file.ts'
import type { EngineOptions } from '#main/engine/engine.ts'
import { type Session, startWithVault } from './engine-session.ts'

export const exampleNames = ['supplier', 'partner', 'investor'] as const
export type ExampleName = (typeof exampleNames)[number]

export function examplePath(name: ExampleName): string {
  return resolve(import.meta.dirname, '../../examples', `${name}.json`)
}

export function readExample(name: ExampleName): AssessmentInput {
  return AssessmentInput.parse(JSON.parse(readFileSync(examplePath(name), 'utf8')))
}

async function recordExample(session: Session, input: AssessmentInput) {
  await session.do('organization.save', input.organization)
  const jewelIds = new Map<string, JewelId>()
  for (const { key, ...details } of input.crownJewels) jewelIds.set(key, (await session.do('crownJewels.add', details)).crownJewel.id)
  const { thirdParty } = await session.do('thirdParties.add', input.thirdParty)
  const { relationship, profile } = input
  const { assessment } = await session.do('assessments.start', { thirdPartyId: thirdParty.id, relationship, profile })
  for (const answer of answersOf(input, jewelIds)) await session.do('answer.save', { assessmentId: assessment.id, baseRevision: 0, answer })
  const { screening = null } = input
  if (screening !== null) await session.do('screening.save', { assessmentId: assessment.id, screening })
  return assessment
}

/** A vault with one example answered and a signer made, but not decided or signed. */
export async function startWithExample(name: ExampleName, now?: () => string, options: Partial<EngineOptions> = {}) {
  const session = await startWithVault(now, options)
  const input = readExample(name)
  const assessment = await recordExample(session, input)
  const { signer } = await session.do('signers.create', input.signer)
  return { ...session, input, assessment, signer }
}

/** The same, decided and signed. */
export async function startWithSignedExample(name: ExampleName, now?: () => string) {
  const started = await startWithExample(name, now)
  await started.do('decision.save', { assessmentId: started.assessment.id, decision: started.input.decision })
  const { report, verdict } = await started.do('reports.sign', { assessmentId: started.assessment.id, signerId: started.signer.id })
  return { ...started, report, verdict }
}
