// The engine's part of a save, beside the bare commit of the same row.
import { contract } from '#shared/contract/contract.ts'
import { inTurn, type Samples, timed } from '../samples.ts'
import { databaseKeyOf, openBareCommit } from './bare-database.ts'
import { grantVault, insist, passphrase, questionId, startEngine } from './bench-vault.ts'

export async function measureEngineSave(folder: string, runs: number): Promise<Samples> {
  const bare = openBareCommit(folder, await databaseKeyOf(folder))
  const engine = startEngine()
  insist(await engine.call('vault.open', { handle: grantVault(engine, folder), secret: passphrase }))
  const { assessments } = contract['assessments.list'].output.parse(insist(await engine.call('assessments.list', {})))
  const id = assessments[0]?.assessment.id
  const { answers } = contract['assessments.read'].output.parse(insist(await engine.call('assessments.read', { id })))
  let revision = answers.find((answer) => answer.questionId === questionId)?.revision ?? 0
  const product = async () => {
    const value = { kind: 'practice', choice: revision % 2 === 0 ? 'yes' : 'no' }
    const answer = { questionId, value, note: '', evidenceGrade: 'A' }
    const startedAt = performance.now()
    insist(await engine.call('answer.save', { assessmentId: id, baseRevision: revision, answer }))
    revision += 1
    return performance.now() - startedAt
  }
  const samples = await inTurn(runs, product, () => timed(bare.commit))
  bare.close()
  await engine.close()
  return samples
}
