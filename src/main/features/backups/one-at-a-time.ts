// One piece of background work at a time: what it is doing, how it ended, and a way to stop it.
import type { BackupWork } from '#shared/contract/backups.ts'
import { explainBackupFailure } from './explain-failure.ts'

/** Thrown inside work that was stopped. */
export class Cancelled extends Error {}

export type WorkKind = NonNullable<BackupWork['kind']>

export interface WorkContext {
  readonly signal: AbortSignal
  readonly onStep: (step: NonNullable<BackupWork['step']>) => void
}

export interface OneAtATime {
  isRunning(): boolean
  state(): BackupWork
  /** Begins work; never while other work is running. Resolves when it has ended, however it did. */
  run(kind: WorkKind, work: (context: WorkContext) => Promise<void>): Promise<BackupWork>
  /** Stops what is running and waits until nothing of it is left. */
  stop(): Promise<void>
}

const atRest: BackupWork = { number: 0, kind: null, step: null, ending: null, sentence: null }

/** `log` takes what is a fault of the program, and gives the id under which it stands. */
export function createOneAtATime(log: (error: unknown) => string): OneAtATime {
  let state = atRest
  let running: { readonly abort: AbortController; readonly ended: Promise<BackupWork> } | null = null
  const endOf = async (work: Promise<void>, signal: AbortSignal): Promise<Pick<BackupWork, 'ending' | 'sentence'>> => {
    try {
      await work
      return { ending: 'done', sentence: null }
    } catch (error) {
      if (error instanceof Cancelled || signal.aborted) return { ending: 'cancelled', sentence: null }
      return { ending: 'failed', sentence: explainBackupFailure(error, log) }
    }
  }
  return {
    isRunning: () => running !== null,
    state: () => state,
    run: (kind, work) => {
      const abort = new AbortController()
      state = { number: state.number + 1, kind, step: null, ending: null, sentence: null }
      const onStep: WorkContext['onStep'] = (step) => {
        state = { ...state, step }
      }
      const ended = endOf(work({ signal: abort.signal, onStep }), abort.signal).then((end) => {
        state = { ...state, kind: null, step: null, ...end }
        running = null
        return state
      })
      running = { abort, ended }
      return ended
    },
    stop: async () => {
      running?.abort.abort()
      await running?.ended
    },
  }
}
