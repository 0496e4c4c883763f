// The making of one report: tells each step as it begins, and stops between two when a person wishes it.
import { setTimeout as wait } from 'node:timers/promises'
import { Refusal } from '#shared/contract/refusal.ts'
import { type MakingStep, makingSteps } from '#shared/domain/making-step.ts'
import type { FeatureContext } from '../feature-context.ts'

/** Called as a step begins; refuses with `cancelled` when a person wished to stop. Nothing is stored before `storing`. */
export type OnStep = (step: MakingStep) => Promise<void>

/** Runs `work`, which may be stopped under `makingId` until it stores something. */
export async function makeInSteps<Value>(
  context: FeatureContext,
  makingId: string | undefined,
  work: (onStep: OnStep) => Promise<Value>,
): Promise<Value> {
  const onStep: OnStep = async (step) => {
    context.report({ done: makingSteps.indexOf(step), total: makingSteps.length })
    // Setting pages holds up this process; a wish to stop comes in only when it pauses.
    await wait(1)
    if (makingId !== undefined && context.isCancelled(makingId))
      throw new Refusal('cancelled', 'Stopped as you wished. Nothing was signed, frozen or kept.')
  }
  try {
    return await work(onStep)
  } finally {
    context.report(null)
  }
}
