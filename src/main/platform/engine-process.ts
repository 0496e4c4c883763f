// Starts the engine's process when it is first needed, talks to it, and ends it on lock and on quit.
import { utilityProcess, type UtilityProcess } from 'electron'
import type { Outcome } from '#shared/contract/fault.ts'
import type { Purpose } from '#shared/contract/vault.ts'
import type { TokenDesk } from '#main/tokens/token-desk.ts'
import type { TokenJob } from '#main/tokens/token-job.ts'
import { type EngineStart, FromEngine, type Progress, type ToEngine } from '../engine/engine-message.ts'

export interface EngineClient {
  call(name: string, input: unknown): Promise<Outcome<unknown>>
  grant(handle: string, path: string, purpose: Purpose): void
  /** False before the first call or grant and after the end: then no vault is open. */
  isRunning(): boolean
  /** True while calls wait for their answer. */
  isBusy(): boolean
  /** How far its long piece of work is; null when there is none. */
  progress(): Progress | null
  /** Wishes that a piece of work stops before its next step. */
  cancel(workId: string): void
  /** Closes the vault and waits for the process that held its keys to be gone. */
  end(): Promise<void>
}

interface Running {
  readonly process: UtilityProcess
  readonly waiting: Map<number, (outcome: Outcome<unknown>) => void>
  readonly gone: Promise<void>
  progress: Progress | null
}

const stopped: Outcome<never> = {
  ok: false,
  fault: {
    code: 'engine-stopped',
    detail: 'The part of Gatehouse that holds the vault has stopped. Everything shown as saved is safe. Open the vault again to go on.',
  },
}

/** How long a closing engine may take before it is ended anyway, in milliseconds. */
const closingTimeMs = 5_000

function isOutcome(value: unknown): value is Outcome<unknown> {
  return typeof value === 'object' && value !== null && 'ok' in value
}

interface Surroundings {
  readonly tokens: TokenDesk
  readonly onGone: () => void
}

function launch(entryPath: string, start: EngineStart, { tokens, onGone }: Surroundings): Running {
  const process = utilityProcess.fork(entryPath, [JSON.stringify(start)], { serviceName: 'Gatehouse engine', stdio: 'inherit' })
  const waiting: Running['waiting'] = new Map()
  let isThere = true
  const doTokenJob = (id: number, job: TokenJob) =>
    void tokens.run(job).then((answer) => {
      if (isThere) process.postMessage({ kind: 'token-answer', id, answer } satisfies ToEngine)
    })
  process.on('message', (data: unknown) => {
    const message = FromEngine.parse(data)
    if (message.kind === 'progress') running.progress = message.progress
    if (message.kind === 'token-job') doTokenJob(message.id, message.job)
    if (message.kind !== 'outcome' || !isOutcome(message.outcome)) return
    waiting.get(message.id)?.(message.outcome)
    waiting.delete(message.id)
  })
  const gone = new Promise<void>((resolve) => {
    process.once('exit', () => {
      isThere = false
      tokens.cancel()
      onGone()
      for (const answer of waiting.values()) answer(stopped)
      waiting.clear()
      resolve()
    })
  })
  const running: Running = { process, waiting, gone, progress: null }
  return running
}

/** A client for the engine at `entryPath`. Nothing is started before the first call or grant. */
export function createEngineClient(entryPath: string, start: EngineStart, tokens: TokenDesk): EngineClient {
  let running: Running | null = null
  let nextId = 1
  // Places outlive the process that was told of them: locking a vault must not make the page forget where it is.
  const granted = new Map<string, { readonly path: string; readonly purpose: Purpose }>()
  const engine = () => {
    if (running) return running
    const onGone = () => {
      running = null
    }
    running = launch(entryPath, start, { tokens, onGone })
    for (const [handle, place] of granted) running.process.postMessage({ kind: 'grant', handle, ...place } satisfies ToEngine)
    return running
  }
  const send = (message: ToEngine) => engine().process.postMessage(message)
  return {
    call: (name, input) =>
      new Promise((resolve) => {
        const id = nextId
        nextId += 1
        engine().waiting.set(id, resolve)
        send({ kind: 'call', id, name, input })
      }),
    grant: (handle, path, purpose) => {
      granted.set(handle, { path, purpose })
      send({ kind: 'grant', handle, path, purpose })
    },
    isRunning: () => running !== null,
    isBusy: () => running !== null && running.waiting.size > 0,
    progress: () => running?.progress ?? null,
    cancel: (workId) => running?.process.postMessage({ kind: 'cancel', workId } satisfies ToEngine),
    end: async () => {
      if (!running) return
      const { process, gone } = running
      // A signature that waits for a token must not keep the keys of the vault in memory.
      tokens.cancel()
      send({ kind: 'close' })
      const tooLong = setTimeout(() => process.kill(), closingTimeMs)
      await gone
      clearTimeout(tooLong)
    },
  }
}
