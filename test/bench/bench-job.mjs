// The job of `npm run bench`: packages, runtime, display and build first, then the measurements under the project's Node.
import path from 'node:path'
import { ensureBuilt } from '../../scripts/setup/built-app.mjs'
import { runAttached } from '../../scripts/setup/child.mjs'
import { hasDisplay, startVirtualDisplay } from '../../scripts/setup/display.mjs'
import { ensureRuntime, runtimeEnv } from '../../scripts/setup/electron-runtime.mjs'
import { ensurePackages } from '../../scripts/setup/installed-packages.mjs'
import { inRepo, projectNode } from '../../scripts/setup/places.mjs'
import { say } from '../../scripts/setup/progress.mjs'
import { toolEnv } from '../../scripts/setup/project-tool.mjs'
import { ensureDisplayTools } from '../../scripts/setup/system-packages.mjs'

const provideDisplay = async () => {
  if (hasDisplay()) return { env: {}, stop: () => {} }
  await ensureDisplayTools()
  const { display, stop } = await startVirtualDisplay()
  say(`no display here; windows open on the virtual display ${display}`)
  return { env: { DISPLAY: display }, stop }
}

/** Runs the measurements with the given arguments; returns the exit code, which never depends on how fast anything was. */
export const benchJob = async (args) => {
  await ensurePackages()
  const runtime = await ensureRuntime()
  await ensureBuilt()
  const display = await provideDisplay()
  const env = { ...toolEnv(), ...runtimeEnv(runtime), ...display.env }
  delete env.ELECTRON_RUN_AS_NODE
  try {
    return await runAttached(projectNode(), [path.join(import.meta.dirname, 'run.ts'), ...args], { cwd: inRepo(), env })
  } finally {
    display.stop()
  }
}
