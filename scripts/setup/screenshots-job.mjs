// The job of `npm run screenshots`: packages, runtime, display and build first, then the real app from screen to screen.
import { ensureBuilt } from './built-app.mjs'
import { runAttached } from './child.mjs'
import { ensureRuntime, runtimeEnv } from './electron-runtime.mjs'
import { ensurePackages } from './installed-packages.mjs'
import { inRepo, projectNode } from './places.mjs'
import { toolEnv, toolFile } from './project-tool.mjs'
import { provideDisplay } from './provide-display.mjs'

/** Returns the exit code; the pictures stand in docs/manual/images. */
export const screenshotsJob = async () => {
  await ensurePackages()
  const runtime = await ensureRuntime()
  await ensureBuilt()
  const display = await provideDisplay()
  const env = { ...toolEnv(), ...runtimeEnv(runtime), ...display.env }
  delete env.ELECTRON_RUN_AS_NODE
  try {
    const args = [toolFile('@playwright/test', 'playwright'), 'test', '--config', inRepo('playwright.screenshots.config.ts')]
    return await runAttached(projectNode(), args, { cwd: inRepo(), env })
  } finally {
    display.stop()
  }
}
