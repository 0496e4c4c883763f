// The method: beside a plain loop over the answers, by the number of questions, and over many assessments.
import type { ScoreInput } from '#shared/scoring/input.ts'
import { planOf } from '#shared/scoring/plan.ts'
import { readAnswer, severityOf } from '#shared/scoring/reading.ts'
import { score } from '#shared/scoring/score.ts'
import { inTurn, type Samples, timed } from '../samples.ts'
import { madeUpRun, shippedRun } from './method-runs.ts'

const callsPerSample = 100

/** Reads every answer once through the method's own readers and adds up how bad they are. */
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

let kept = 0

/** Milliseconds for one call, from a batch of calls, because one is shorter than the clock can tell. */
function perCall(calls: number, work: () => number): () => number {
  return () =>
    timed(() => {
      for (let call = 0; call < calls; call += 1) kept += work()
    }) / calls
}

export function measureScore(runs: number): Promise<Samples> {
  const input = shippedRun()
  return inTurn(
    runs,
    perCall(callsPerSample, () => score(input).answeredCount),
    perCall(callsPerSample, () => readEachAnswerOnce(input)),
  )
}

/** 1,300 questions beside 130. */
export function measureScoreGrowth(runs: number): Promise<Samples> {
  const [many, few] = [madeUpRun(100), madeUpRun(10)]
  return inTurn(
    runs,
    perCall(10, () => score(many).answeredCount),
    perCall(callsPerSample, () => score(few).answeredCount),
  )
}

const assessments = 10_000

/** Every assessment of a large vault scored anew, one after the other, beside the plain loop over the same. */
export function measureRescoring(runs: number): Promise<Samples> {
  const input = shippedRun()
  const all = Array.from({ length: assessments }, (_, index) => ({ ...input, answers: input.answers.slice(index % 5) }))
  const over = (work: (one: ScoreInput) => number) => () =>
    timed(() => {
      for (const one of all) kept += work(one)
    })
  return inTurn(
    runs,
    over((one) => score(one).answeredCount),
    over(readEachAnswerOnce),
  )
}

const frameMs = 1_000 / 60

/** Each single scoring out of as many, which is the wait between two messages; beside one frame of the screen. */
export function measureSingleScores(runs: number): Samples {
  const input = shippedRun()
  const count = Math.max(runs * 2_000, 10)
  const product = Array.from({ length: count }, (_, index) => {
    const one = { ...input, answers: input.answers.slice(index % 5) }
    return timed(() => {
      kept += score(one).answeredCount
    })
  })
  return { product, bare: [frameMs] }
}
