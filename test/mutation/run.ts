// `npm run mutants`: breaks a copy of the code in one place at a time and says which faults no test notices.
import { spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { availableParallelism, tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { withMutant } from './apply.ts'
import { type Mutant, mutants } from './mutants.ts'

const root = resolve(import.meta.dirname, '../..')
const leastKilledPercent = 95
const mostMs = 240_000

type Outcome = 'killed' | 'survived'

/** A copy of what the tests of src/shared need. */
function makeCopy(): string {
  const copy = mkdtempSync(join(tmpdir(), 'gatehouse-mutants-'))
  for (const path of [
    'src/shared',
    'test/generators',
    'test/fixtures',
    'test/mutation',
    'resources',
    'docs',
    'package.json',
    'tsconfig.base.json',
  ])
    cpSync(join(root, path), join(copy, path), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
  return copy
}

/** Runs the tests of one folder of the copy, up to the first failure. */
function runTests(copy: string, filters: readonly string[]): Promise<Outcome> {
  const vitest = join(root, 'node_modules/vitest/vitest.mjs')
  const args = ['run', '--config', 'test/mutation/vitest.mutants.config.ts', '--bail', '1', '--maxWorkers', '1', ...filters]
  const child = spawn(process.execPath, [vitest, ...args], { cwd: copy, timeout: mostMs, stdio: 'ignore' })
  return new Promise((done) => {
    // No exit code: it ran for minutes, which nobody would let pass.
    child.on('close', (exitCode) => done(exitCode === 0 ? 'survived' : 'killed'))
  })
}

/** The quick tests first, then the properties. */
async function judge(copy: string, folder: string): Promise<Outcome> {
  const quick = await runTests(copy, [folder, '--testNamePattern', '^(?!.*invariant)'])
  return quick === 'survived' ? runTests(copy, [folder, '--testNamePattern', 'invariant']) : quick
}

async function tryMutant(copy: string, mutant: Mutant): Promise<Outcome> {
  const path = join(copy, mutant.file)
  const original = readFileSync(path, 'utf8')
  const mutated = withMutant(original, mutant)
  // A file that does not even parse would be noticed by any test, and proves nothing.
  stripTypeScriptTypes(mutated)
  writeFileSync(path, mutated)
  try {
    return await judge(copy, dirname(mutant.file))
  } finally {
    writeFileSync(path, original)
  }
}

async function judgeAll(copies: readonly string[]): Promise<{ mutant: Mutant; outcome: Outcome }[]> {
  const waiting = [...mutants]
  const judged: { mutant: Mutant; outcome: Outcome }[] = []
  const work = async (copy: string): Promise<void> => {
    for (let mutant = waiting.shift(); mutant !== undefined; mutant = waiting.shift()) {
      const outcome = await tryMutant(copy, mutant)
      judged.push({ mutant, outcome })
      if (outcome === 'survived') process.stdout.write(`survived: ${mutant.file}  “${mutant.find}” → “${mutant.replace}”\n`)
      if (judged.length % 20 === 0) process.stdout.write(`${judged.length} of ${mutants.length} tried\n`)
    }
  }
  await Promise.all(copies.map(work))
  return judged
}

async function run(): Promise<void> {
  for (const mutant of mutants) withMutant(readFileSync(join(root, mutant.file), 'utf8'), mutant)
  const copies = Array.from({ length: Math.min(4, availableParallelism()) }, makeCopy)
  const clear = () => copies.forEach((copy) => rmSync(copy, { recursive: true, force: true }))
  // Ctrl+C leaves no copies behind.
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      clear()
      process.exit(130)
    })
  try {
    const [copy = ''] = copies
    for (const folder of new Set(mutants.map((mutant) => dirname(mutant.file))))
      if ((await judge(copy, folder)) !== 'survived') throw new Error(`The tests of ${folder} fail without any mutant. Mend them first.`)
    const judged = await judgeAll(copies)
    const killed = judged.filter(({ outcome }) => outcome === 'killed').length
    process.stdout.write(`${killed} of ${mutants.length} killed\n`)
    if (100 * killed < leastKilledPercent * mutants.length) process.exitCode = 1
  } finally {
    clear()
  }
}

try {
  await run()
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
