// The steps of making and signing a report, in the order in which they are taken.
import { z } from 'zod'

export const makingSteps = ['collecting', 'layout', 'archive', 'signing', 'checking', 'storing'] as const

export const MakingStep = z.enum(makingSteps)
export type MakingStep = z.infer<typeof MakingStep>
