// Hands the engine's jobs for tokens to the main process, which starts their processes, and the answers back.
import type { TokenDesk } from '../tokens/token-desk.ts'
import type { TokenAnswer, TokenJob } from '../tokens/token-job.ts'

export interface TokenRelay extends Pick<TokenDesk, 'run'> {
  /** The answer to the job with this number; unknown numbers are passed over. */
  take(id: number, answer: TokenAnswer): void
}

/** A relay that hands on jobs through `send`. */
export function createTokenRelay(send: (id: number, job: TokenJob) => void): TokenRelay {
  const waiting = new Map<number, (answer: TokenAnswer) => void>()
  let nextId = 1
  return {
    run: (job) =>
      new Promise((resolve) => {
        const id = nextId
        nextId += 1
        waiting.set(id, resolve)
        send(id, job)
        if (job.kind === 'sign') job.pin?.fill(0)
      }),
    take: (id, answer) => {
      waiting.get(id)?.(answer)
      waiting.delete(id)
    },
  }
}
