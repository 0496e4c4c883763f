// From the start of the process to a painted button in a shown window, product and bare in turn.
import { inTurn, type Samples } from '../samples.ts'
import { startWindow, type WindowKind, type WindowKinds } from './window-app.ts'

async function startOnce(kind: WindowKind): Promise<number> {
  const window = await startWindow(kind)
  await window.end()
  return window.startMs
}

export function measureColdStart(kinds: WindowKinds, runs: number): Promise<Samples> {
  return inTurn(
    runs,
    () => startOnce(kinds.product),
    () => startOnce(kinds.bare),
  )
}
