// Memory of all processes once nothing happens any more: at the unlock screen, with a vault open, and of the bare window.
import type { MadeVault } from '../worker/messages.ts'
import { openVault } from './open-vault-page.ts'
import { type MemoryUse, memoryOf } from './process-tree.ts'
import { type RunningWindow, startWindow, type WindowKind, type WindowKinds } from './window-app.ts'

/** How long a window is left alone before it is weighed, in milliseconds. */
const settlingMs = 6_000

async function weigh(kind: WindowKind, prepare: (window: RunningWindow) => Promise<void>): Promise<MemoryUse> {
  const window = await startWindow(kind)
  try {
    await prepare(window)
    await new Promise((resolve) => setTimeout(resolve, settlingMs))
    return memoryOf(window.pid)
  } finally {
    await window.end()
  }
}

export interface IdleMemory {
  readonly bare: readonly MemoryUse[]
  readonly locked: readonly MemoryUse[]
  readonly open: readonly MemoryUse[]
}

export async function measureIdleMemory(kinds: WindowKinds, vault: MadeVault, runs: number): Promise<IdleMemory> {
  const found = { bare: [] as MemoryUse[], locked: [] as MemoryUse[], open: [] as MemoryUse[] }
  const nothing = () => Promise.resolve()
  for (let run = 0; run < runs; run += 1) {
    found.bare.push(await weigh(kinds.bare, nothing))
    found.locked.push(await weigh(kinds.product, nothing))
    found.open.push(await weigh(kinds.product, (window) => openVault(window, vault)))
  }
  return found
}
