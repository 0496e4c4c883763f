// Has jobs done by token processes: one process for one job, ended with its answer, its time limit, a cancel or a lock.
import { TokenAnswer, type TokenJob } from './token-job.ts'

/** A process that was started for a job. */
interface TokenChild {
  readonly send: (job: TokenJob) => void
  /** Ends it at once, whatever it is doing. */
  readonly kill: () => void
}

interface TokenChildEvents {
  readonly onAnswer: (data: unknown) => void
  readonly onGone: () => void
}

/** Starts a process of its own for one job. */
export type StartTokenChild = (events: TokenChildEvents) => TokenChild

export interface TokenDesk {
  /** What came of the job. Never rejects; the process that did it is gone by then. */
  run(job: TokenJob): Promise<TokenAnswer>
  /** Ends every job at once; each is answered with `token-cancelled`. */
  cancel(): void
}

/** How long a killed process may take to be gone, in milliseconds. */
const dyingMs = 2_000

/** How long a job may take, in milliseconds: a person has to find the keys of a PIN pad; nothing else is slow. */
const tokenPatienceMs = { list: 20_000, sign: 60_000 } as const

const fault = (code: Extract<TokenAnswer, { kind: 'fault' }>['code']): TokenAnswer => ({ kind: 'fault', code })

function readAnswer(job: TokenJob, data: unknown): TokenAnswer {
  const answer = TokenAnswer.safeParse(data)
  if (!answer.success) return fault('token-module-failed')
  const isFitting = answer.data.kind === 'fault' || (answer.data.kind === 'tokens') === (job.kind === 'list')
  return isFitting ? answer.data : fault('token-module-failed')
}

/** A desk that has its jobs done by processes that `start` starts. */
export function createTokenDesk(
  start: StartTokenChild,
  patienceMs: Readonly<Record<TokenJob['kind'], number>> = tokenPatienceMs,
): TokenDesk {
  const running = new Set<(answer: TokenAnswer) => void>()
  const carryOut = (job: TokenJob): Promise<TokenAnswer> =>
    new Promise((resolve) => {
      let answer: TokenAnswer | null = null
      const timers: NodeJS.Timeout[] = []
      const end = (how: TokenAnswer) => {
        answer ??= how
        child.kill()
        // A process that waits for a broken reader inside the system may not even die.
        timers.push(setTimeout(finish, dyingMs))
      }
      const finish = () => {
        for (const timer of timers) clearTimeout(timer)
        running.delete(end)
        resolve(answer ?? fault('token-module-failed'))
      }
      const child = start({ onAnswer: (data) => end(readAnswer(job, data)), onGone: finish })
      timers.push(setTimeout(() => end(fault('token-time-out')), patienceMs[job.kind]))
      running.add(end)
      child.send(job)
    })
  return {
    run: async (job) => {
      try {
        return await carryOut(job)
      } catch {
        return fault('tokens-unavailable')
      } finally {
        if (job.kind === 'sign') job.pin?.fill(0)
      }
    },
    cancel: () => {
      for (const end of running) end(fault('token-cancelled'))
    },
  }
}
