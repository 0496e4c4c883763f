// Measures the built app against baselines taken in the same run, in turn, and prints one table.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { buildBench } from './build-bench.ts'
import { describeMachine } from './machine.ts'
import type { Measurement } from './measurement.ts'
import { writePerformancePage } from './performance-page.ts'
import { planOfBench, topics } from './plan.ts'
import { textTable } from './table.ts'
import { writeWindowApps } from './window/window-app.ts'
import { MadeVault } from './worker/messages.ts'
import { startWorker } from './worker-client.ts'

const root = resolve(import.meta.dirname, '../..')
const usage = `Use: npm run bench [-- ${topics.join(' | ')}] [--quick] [--write]`

function readOptions() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { quick: { type: 'boolean', default: false }, write: { type: 'boolean', default: false } },
  })
  const unknown = positionals.filter((name) => !topics.some((topic) => topic === name))
  if (unknown.length > 0) throw new Error(`There is nothing called ${unknown.join(', ')} to measure. ${usage}`)
  if (values.write && values.quick) throw new Error('--write keeps the figures, so it does not go with --quick.')
  return { ...values, wanted: topics.filter((topic) => positionals.length === 0 || positionals.includes(topic)) }
}

async function measureAll(options: ReturnType<typeof readOptions>, folder: string): Promise<void> {
  const electronPath = process.env['GATEHOUSE_ELECTRON_PATH']
  if (electronPath === undefined) throw new Error('GATEHOUSE_ELECTRON_PATH is not set. Start the bench with "npm run bench".')
  const machine = describeMachine({ electronPath, folder })
  process.stdout.write(`${machine.join('\n')}\n\n`)
  const built = await buildBench(root)
  const freshWorker = () => startWorker(built.workerPath, electronPath)
  const worker = freshWorker()
  try {
    const vault = await worker.ask({ do: 'make-vault', folder }, MadeVault)
    const kinds = writeWindowApps({
      folder,
      electronPath,
      probePath: built.probePath,
      mains: { product: join(root, 'out/main/index.js'), bare: built.bareWindowPath },
    })
    const measurements: Measurement[] = []
    for (const topic of options.wanted) {
      process.stdout.write(`measuring ${topic} …\n`)
      measurements.push(...(await planOfBench[topic]({ worker, freshWorker, folder, vault, kinds, isQuick: options.quick })))
    }
    process.stdout.write(`\n${textTable(measurements)}\n`)
    if (options.quick) process.stdout.write('Measured too seldom to mean anything (--quick).\n')
    if (options.write)
      writePerformancePage(root, { machine, measurements, wanted: options.wanted, isWhole: options.wanted.length === topics.length })
  } finally {
    worker.stop()
  }
}

async function run(): Promise<void> {
  const options = readOptions()
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-bench-'))
  try {
    await measureAll(options, folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

try {
  await run()
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
