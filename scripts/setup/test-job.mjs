// The job of `npm test`: makes everything ready, then runs every check and test and ends with "N passed, N failed".
import { ensureBuilt } from './built-app.mjs'
import { ensureRuntime, runtimeEnv } from './electron-runtime.mjs'
import { ensurePackages } from './installed-packages.mjs'
import { say } from './progress.mjs'
import { toolEnv } from './project-tool.mjs'
import { provideDisplay } from './provide-display.mjs'
import { sentenceFor } from './setup-fault.mjs'
import { ensureTestTools } from './system-packages.mjs'
import { totalLine } from './test-counts.mjs'
import { planSteps, reportEnv } from './test-plan.mjs'
import { runTestStep } from './test-step.mjs'
import { resultTable } from './test-table.mjs'

const FAILED = { passed: 0, failed: 1, skipped: 0 }

const askedSteps = (names) => {
  const fromEnv = (process.env.GATEHOUSE_TEST_ONLY ?? '').split(',')
  return [...names, ...fromEnv].map((name) => name.trim()).filter((name) => name !== '')
}

const tryBuild = async () => {
  const startedAt = Date.now()
  const result = (counts) => ({ name: 'build', counts, tookMs: Date.now() - startedAt })
  try {
    await ensureBuilt()
    return result({ passed: 1, failed: 0, skipped: 0 })
  } catch (error) {
    say(sentenceFor(error))
    return result(FAILED)
  }
}

const prepare = async (steps) => {
  const needs = new Set(steps.flatMap((step) => step.needs))
  await ensurePackages()
  if (!needs.has('electron')) return { env: { ...toolEnv(), ...reportEnv() }, stop: () => {}, builds: [] }
  if (process.platform === 'linux') await ensureTestTools()
  const runtime = await ensureRuntime()
  const display = await provideDisplay()
  const env = { ...toolEnv(), ...reportEnv(), ...runtimeEnv(runtime), ...display.env }
  return { env, stop: display.stop, builds: [await tryBuild()] }
}

const runAll = async (steps) => {
  const { env, stop, builds } = await prepare(steps)
  const results = [...builds]
  try {
    for (const step of steps) {
      const hasFailed = results.some(({ counts }) => counts.failed > 0)
      if (step.onlyAfterSuccess === true && hasFailed) say(`${step.name} was left out, because a step before it failed`)
      else results.push(await runTestStep(step, env))
    }
  } finally {
    stop()
  }
  return results
}

/** Runs the wanted steps of a plan (none named means all); returns the exit code. */
export const testJob = async (names, plan = planSteps) => {
  const startedAt = Date.now()
  let results = [{ name: 'set-up', counts: FAILED, tookMs: 0 }]
  try {
    results = await runAll(plan(askedSteps(names)))
    process.stdout.write(`\n${resultTable(results)}\n\n`)
  } finally {
    const minutes = ((Date.now() - startedAt) / 60_000).toFixed(1)
    process.stdout.write(`after ${minutes} min:\n${totalLine(results)}\n`)
  }
  return results.some(({ counts }) => counts.failed > 0) ? 1 : 0
}
