// The method, beside a plain loop that reads every answer once through the method's own readers and adds up how bad they are.
import type { ScoreInput } from '#shared/scoring/input.ts'
import { planOf } from '#shared/scoring/plan.ts'
import { readAnswer, severityOf } from '#shared/scoring/reading.ts'
import { score } from '#shared/scoring/score.ts'
import { inTurn, type Samples, timed } from '../samples.ts'
import { readFrozenCase } from './frozen-case.ts'

const callsPerSample = 200

function readEachAnswerOnce({ pack, relationship, profile, answers }: ScoreInput): number {
  const given = new Map(answers.map((answer) => [answer.questionId, answer]))
  let total = 0
  for (const { question } of planOf(pack, relationship, profile).questions) {
    const answer = given.get(question.id)
    if (answer === undefined) continue
    const reading = readAnswer(question, answer)
    if (typeof reading !== 'string') total += severityOf(question.answer, reading) ?? 0
  }
  return total
}

/** Milliseconds for one call, from batches of calls, because one is shorter than the clock can tell. */
export function measureScore(runs: number): Promise<Samples> {
  const { document, pack } = readFrozenCase()
  const { relationship, profile, asOf, answers, crownJewels } = document
  const input: ScoreInput = { pack, relationship, profile, asOf, answers, jewels: crownJewels }
  let kept = 0
  const perCall = (work: () => number) => () =>
    timed(() => {
      for (let call = 0; call < callsPerSample; call += 1) kept += work()
    }) / callsPerSample
  const samples = inTurn(
    runs,
    perCall(() => score(input).answeredCount),
    perCall(() => readEachAnswerOnce(input)),
  )
  if (kept < 0) throw new Error('Counts cannot be negative.')
  return samples
}
