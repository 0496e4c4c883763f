// What the page asks about a report that is being made: its step, and to stop it.
import { type MakingStep, makingSteps } from '#shared/domain/making-step.ts'
import type { WindowHandlers } from '../ipc/answer-call.ts'
import type { EngineClient } from './engine-process.ts'

export function createMakingHandlers(
  engine: Pick<EngineClient, 'progress' | 'cancel'>,
): Pick<WindowHandlers, 'reports.making' | 'reports.cancel'> {
  const step = (): MakingStep | null => {
    const progress = engine.progress()
    return progress === null ? null : (makingSteps[progress.done] ?? null)
  }
  return {
    'reports.making': () => ({ step: step() }),
    'reports.cancel': ({ makingId }) => {
      engine.cancel(makingId)
      return {}
    },
  }
}
