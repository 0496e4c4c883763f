// Compares names with lists between other calls, in turns so short that an answer never waits for it.
import { setImmediate } from 'node:timers/promises'
import type { InputOf } from '#shared/contract/contract.ts'
import { Refusal } from '#shared/contract/refusal.ts'
import type { ScreeningWork } from '#shared/contract/screening.ts'
import type { Vault } from '#main/store/vault.ts'
import { VaultProblem } from '#main/store/vault-problem.ts'
import type { FeatureContext } from '../feature-context.ts'
import { beginRun, compareAll, endRun, type Run } from './run.ts'

/** How long one turn takes: a key press that comes meanwhile waits no longer. */
const turnMs = 20

const atRest: ScreeningWork = { number: 0, isRunning: false, done: 0, total: 0, hits: 0, ending: null, sentence: null }

interface Running {
  readonly run: Run
  isStopped: boolean
}

/** Goes on for one turn; true when nothing is left to do. */
function takeTurn(context: FeatureContext, { run, isStopped }: Running, steps: Generator<undefined>): boolean {
  if (isStopped || context.vault() !== run.vault) return true
  const until = performance.now() + turnMs
  while (performance.now() < until) if (steps.next().done === true) return true
  return false
}

/** Carries a run to its end, and tells after each turn. */
async function carryOut(context: FeatureContext, running: Running, onTurn: () => void): Promise<void> {
  const { run } = running
  const steps = compareAll(context, run)
  for (;;) {
    const isOver = await context.inTurn(async () => takeTurn(context, running, steps))
    onTurn()
    if (isOver) break
    // Calls arrive as events, and these come only between turns of the loop.
    await setImmediate()
  }
  await context.inTurn(async () => {
    if (context.vault() === run.vault) endRun(context, run)
  })
}

export interface ScreeningJobs {
  begin(vault: Vault, input: InputOf<'screening.begin'>): ScreeningWork
  /** Throws the fault that ended the last run, once, so that it is written down. */
  state(vault: Vault): ScreeningWork
  stop(vault: Vault): ScreeningWork
}

export function createScreeningJobs(context: FeatureContext): ScreeningJobs {
  let state = atRest
  // A run of another vault is none of this one's affair, not even how many it found.
  let begunIn: Vault | null = null
  let running: Running | null = null
  let faults: readonly unknown[] = []
  // A run that a lock ended comes to its end later, when another one may be going on.
  const show = (one: Running, changes: Partial<ScreeningWork>) => {
    if (running === one) state = { ...state, ...changes }
  }
  const showRun = (one: Running) => {
    const { content } = one.run
    show(one, { done: content.done, total: content.total, hits: content.newHits + content.keptHits })
  }
  const follow = async (one: Running) => {
    try {
      await carryOut(context, one, () => showRun(one))
      show(one, { isRunning: false, ending: one.isStopped ? 'stopped' : 'done' })
    } catch (error) {
      const isKnown = error instanceof VaultProblem
      if (!isKnown) faults = [...faults, error]
      const sentence = isKnown ? error.message : 'Something went wrong inside Gatehouse. What was compared until then is kept.'
      show(one, { isRunning: false, ending: 'failed', sentence })
    }
    if (running === one) running = null
  }
  const stateFor = (vault: Vault) => (begunIn === vault ? state : atRest)
  return {
    begin: (vault, input) => {
      if (running?.run.vault === vault)
        throw new Refusal('screening-running', 'Names are being compared already. Wait for the end, or stop it first.')
      const one = { run: beginRun(context, vault, input), isStopped: false }
      running = one
      begunIn = vault
      state = { ...atRest, number: state.number + 1, isRunning: true, total: one.run.content.total }
      void follow(one)
      return state
    },
    state: (vault) => {
      const [fault, ...others] = faults
      faults = others
      if (fault !== undefined) throw fault
      return stateFor(vault)
    },
    stop: (vault) => {
      if (running?.run.vault === vault) running.isStopped = true
      return stateFor(vault)
    },
  }
}
