// Runs one step of `npm test` with its time limit and reads its counts.
import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { runLimited } from './child.mjs'
import { inRepo, projectNode } from './places.mjs'
import { say } from './progress.mjs'
import { readStamp } from './stamp-file.mjs'

const MINUTE_MS = 60_000

const withoutKeys = (env, keys) => Object.fromEntries(Object.entries(env).filter(([key]) => !keys.includes(key)))

/** Runs a planned step. Returns { name, counts: { passed, failed, skipped }, tookMs }. */
export const runTestStep = async ({ name, tool, limitMs, count, report, without, own = {} }, env) => {
  say(`test step: ${name}`)
  const startedAt = Date.now()
  if (report !== null) {
    mkdirSync(path.dirname(report), { recursive: true })
    rmSync(report, { force: true })
  }
  const { code, late } = await runLimited(projectNode(), tool(), { cwd: inRepo(), env: { ...withoutKeys(env, without), ...own }, limitMs })
  if (late) say(`${name} was stopped after its limit of ${limitMs / MINUTE_MS} minutes`)
  const counts = count(report === null ? null : readStamp(report), code)
  return { name, counts, tookMs: Date.now() - startedAt }
}
