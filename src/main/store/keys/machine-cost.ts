// Measures what a key derivation takes on this machine, so that a new slot costs an attacker as much as its owner will wait for.
import { totalmem } from 'node:os'
import { hashRaw } from '@node-rs/argon2'
import { costForMachine, floorCost, type KeyCost, workOf } from './key-cost.ts'

/** The cost for a machine that does this much work a millisecond. */
export function costAtRate(workPerMs: number): KeyCost {
  return costForMachine(workPerMs, totalmem())
}

/** Runs one derivation at the floor, about 0.1 s, and says what a new slot should cost. */
export async function measureCost(): Promise<KeyCost> {
  const startedAt = performance.now()
  await hashRaw('measure', {
    memoryCost: floorCost.memoryKib,
    timeCost: floorCost.passes,
    parallelism: floorCost.lanes,
    outputLen: 32,
    salt: Buffer.alloc(16),
  })
  return costAtRate(workOf(floorCost) / Math.max(1, performance.now() - startedAt))
}
