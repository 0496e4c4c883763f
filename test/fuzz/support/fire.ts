// Gives a reader thousands of inputs and insists that it takes or refuses each, in time and in its own words.
import { expect } from 'vitest'
import { recordFigure } from '../../trust/support/figures.ts'

/** Far more than any answer takes on a busy machine, far less than an input that makes work without end. */
const tooLongMs = 30_000

/** What a reader made of one input: it may take it or refuse it in its own words, and nothing else. */
export type Judgement = 'taken' | 'refused'

export interface Fire {
  readonly what: string
  readonly requirement: string
  readonly cases: number
  readonly next: () => unknown
  readonly judge: (input: unknown) => Judgement | Promise<Judgement>
  /** A reader of plain text may find something in almost anything. */
  readonly mayTakeAll?: boolean
}

/** Gives a reader its inputs. It must answer each in time, refuse many and throw at none. */
export async function fire({ what, requirement, cases, next, judge, mayTakeAll = false }: Fire): Promise<void> {
  let refused = 0
  let slowestMs = 0
  for (let count = 0; count < cases; count += 1) {
    const input = next()
    const startedAt = performance.now()
    if ((await judge(input)) === 'refused') refused += 1
    slowestMs = Math.max(slowestMs, performance.now() - startedAt)
  }
  expect(slowestMs).toBeLessThan(tooLongMs)
  if (!mayTakeAll) expect(refused).toBeGreaterThan(cases / 10)
  recordFigure({ requirement, measure: 'bad inputs tried', count: cases, what, note: `the slowest answer ${Math.ceil(slowestMs)} ms` })
}
