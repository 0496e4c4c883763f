// The job of `npm run bench`: packages, runtime, display and build first, then the measurements under the project's Node.
import path from 'node:path'
import { ensureBuilt } from '../../scripts/setup/built-app.mjs'
import { runAttached } from '../../scripts/setup/child.mjs'
import { ensureRuntime, runtimeEnv } from '../../scripts/setup/electron-runtime.mjs'
import { ensurePackages } from '../../scripts/setup/installed-packages.mjs'
import { inRepo, projectNode } from '../../scripts/setup/places.mjs'
import { toolEnv } from '../../scripts/setup/project-tool.mjs'
import { provideDisplay } from '../../scripts/setup/provide-display.mjs'

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
