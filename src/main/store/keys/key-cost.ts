// How much work a key derivation is: what a file may ask for, what a new slot gets on this machine, and when an old one is raised.
import { z } from 'zod'

/** Memory in KiB, passes over it and parallel lanes of Argon2id. */
export interface KeyCost {
  readonly memoryKib: number
  readonly passes: number
  readonly lanes: number
}

/** The least there is: RFC 9106, second recommended option. */
export const floorCost: KeyCost = { memoryKib: 65_536, passes: 3, lanes: 4 }

/** Memory times passes is what a derivation takes time for; in KiB. */
export function workOf(cost: Pick<KeyCost, 'memoryKib' | 'passes'>): number {
  return cost.memoryKib * cost.passes
}

/** The most a slot of a file may ask for: a few seconds on a machine of today. */
export const slotWorkLimit = 4 * 1_048_576
/** The most all slots of a file may ask for together, because a wrong passphrase tries every one. */
export const listWorkLimit = 4 * slotWorkLimit

/** The bounds a file must keep. The caps refuse one that would exhaust the machine or cost minutes, the floors one that was weakened. */
export const KeyCostFields = z.strictObject({
  name: z.literal('argon2id'),
  memoryKib: z.int().min(floorCost.memoryKib).max(1_048_576),
  passes: z.int().min(floorCost.passes).max(20),
  lanes: z.int().min(1).max(16),
})

/** What deriving a key for a new slot should take, in milliseconds. */
export const targetMs = 500
const calibratedWorkLimit = 2 * 1_048_576
const memoryStepKib = 16_384
const mostMemoryKib = 524_288
const mostPasses = 10
/** At most this share of the machine's memory. */
const memoryShare = 1 / 16

const between = (least: number, value: number, most: number) => Math.max(least, Math.min(value, most))

/**
 * The cost that takes about `targetMs` on a machine that does `workPerMs` KiB-passes a millisecond, never below the floor and never
 * above half of what a file may ask for. Memory grows first, because that is what makes guessing on graphics cards dear.
 */
export function costForMachine(workPerMs: number, machineMemoryBytes: number): KeyCost {
  const budget = between(workOf(floorCost), workPerMs * targetMs, calibratedWorkLimit)
  const memoryLimit = between(floorCost.memoryKib, (machineMemoryBytes / 1_024) * memoryShare, mostMemoryKib)
  const wanted = Math.floor(budget / floorCost.passes / memoryStepKib) * memoryStepKib
  const memoryKib = between(floorCost.memoryKib, wanted, Math.floor(memoryLimit / memoryStepKib) * memoryStepKib)
  return { memoryKib, passes: between(floorCost.passes, Math.floor(budget / memoryKib), mostPasses), lanes: floorCost.lanes }
}

/** True when a slot is worth deriving anew: it costs less than half of what this machine would choose. */
export function isTooCheap(present: Pick<KeyCost, 'memoryKib' | 'passes'>, wanted: KeyCost): boolean {
  return workOf(present) * 2 <= workOf(wanted)
}
