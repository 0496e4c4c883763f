// A vault like a person's: one example organization, its supplier and every answer of the example.
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { contract } from '#shared/contract/contract.ts'
import type { Outcome } from '#shared/contract/fault.ts'
import { AssessmentInput } from '#shared/domain/assessment-input.ts'
import type { JewelId } from '#shared/domain/ids.ts'
import { answersOf } from '#main/cli/input-file.ts'
import { createEngine, type Engine } from '#main/engine/engine.ts'
import type { MadeVault } from './messages.ts'
import { examplesDirectory, resourcesDirectory, sqliteBinding } from './places.ts'

export const passphrase = 'correct horse battery staple'
/** A practice question of the example, answered again and again when saving is measured. */
export const questionId = 'CJ-02'

export const vaultPathIn = (folder: string) => join(folder, 'Bench.gatehouse')

export function startEngine(): Engine {
  return createEngine({
    resourcesDirectory,
    applicationVersion: '0.1.0',
    sqliteBinding,
    now: () => new Date().toISOString(),
    log: (where, error) => {
      process.stderr.write(`fault in ${where}: ${String(error)}\n`)
      return 'bench'
    },
  })
}

/** The value of a call that must succeed. */
export function insist(outcome: Outcome<unknown>): unknown {
  if (!outcome.ok) throw new Error(`The engine refused: ${outcome.fault.code}: ${outcome.fault.detail}`)
  return outcome.value
}

export function grantVault(engine: Engine, folder: string): string {
  const handle = randomUUID()
  engine.grant(handle, vaultPathIn(folder))
  return handle
}

async function recordExample(engine: Engine): Promise<string> {
  const input = AssessmentInput.parse(JSON.parse(readFileSync(join(examplesDirectory, 'supplier.json'), 'utf8')))
  insist(await engine.call('organization.save', input.organization))
  const jewelIds = new Map<string, JewelId>()
  for (const { key, ...details } of input.crownJewels) {
    jewelIds.set(key, contract['crownJewels.add'].output.parse(insist(await engine.call('crownJewels.add', details))).crownJewel.id)
  }
  const { thirdParty } = contract['thirdParties.add'].output.parse(insist(await engine.call('thirdParties.add', input.thirdParty)))
  const start = { thirdPartyId: thirdParty.id, relationship: input.relationship, profile: input.profile }
  const { assessment } = contract['assessments.start'].output.parse(insist(await engine.call('assessments.start', start)))
  for (const answer of answersOf(input, jewelIds)) {
    insist(await engine.call('answer.save', { assessmentId: assessment.id, baseRevision: 0, answer }))
  }
  return assessment.id
}

/** Makes the vault in `folder` and closes it again. */
export async function makeVault(folder: string): Promise<MadeVault> {
  const engine = startEngine()
  insist(await engine.call('vault.create', { handle: grantVault(engine, folder), passphrase }))
  const assessmentId = await recordExample(engine)
  await engine.close()
  return { vaultPath: vaultPathIn(folder), passphrase, assessmentId, questionId }
}
