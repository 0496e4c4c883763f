// The job of `npm run conformance`: packages and checkers first, then the tests that put them to work.
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { runAttached } from './child.mjs'
import { writeConformancePage } from './conformance-page.mjs'
import { ensureConformanceTools } from './conformance-tools.mjs'
import { ensurePackages } from './installed-packages.mjs'
import { inCache, inRepo, projectNode } from './places.mjs'
import { say } from './progress.mjs'
import { toolEnv, toolFile } from './project-tool.mjs'
import { ensureTestTools } from './system-packages.mjs'

/** Returns the exit code: 0 when every checker that ran agrees. What could not run is named at the end. */
export const conformanceJob = async () => {
  await ensurePackages()
  if (process.platform === 'linux') await ensureTestTools()
  const tools = await ensureConformanceTools()
  const env = { ...toolEnv(), GATEHOUSE_CONFORMANCE: JSON.stringify(tools) }
  delete env.GATEHOUSE_SQLITE_BINDING
  const config = inRepo('test', 'conformance', 'vitest.conformance.config.ts')
  const found = inCache('conformance', 'last-run.json')
  const reporters = ['--reporter=verbose', '--reporter=json', `--outputFile.json=${found}`]
  rmSync(found, { force: true })
  const code = await runAttached(projectNode(), [toolFile('vitest', 'vitest'), 'run', '--config', config, ...reporters], {
    cwd: inRepo(),
    env,
  })
  if (existsSync(found)) writeConformancePage(JSON.parse(readFileSync(found, 'utf8')), tools)
  for (const [name, { reason }] of Object.entries(tools)) if (reason !== null) say(`${name} did not run: ${reason}`)
  return code
}
