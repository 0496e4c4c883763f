// A display to open windows on: this machine's own, or a virtual one for as long as it is needed.
import { hasDisplay, startVirtualDisplay } from './display.mjs'
import { say } from './progress.mjs'
import { ensureDisplayTools } from './system-packages.mjs'

/** Returns { env, stop }: what to add to the environment of what opens windows, and what to call when it is done. */
export const provideDisplay = async () => {
  if (hasDisplay()) return { env: {}, stop: () => {} }
  await ensureDisplayTools()
  const { display, stop } = await startVirtualDisplay()
  say(`no display here; windows open on the virtual display ${display}`)
  return { env: { DISPLAY: display }, stop }
}
