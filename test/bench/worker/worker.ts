// The bench's worker: the product's own code on the runtime that ships (Electron run as Node), driven by messages.
import { type BareCommit, databaseKeyOf, openBareCommit } from './bare-database.ts'
import { makeVault } from './bench-vault.ts'
import { findFilledVault } from './filled-vault.ts'
import { Order, type Reply } from './messages.ts'
import { measureLint } from './lint.ts'
import { measureReport, measureReportGrowth } from './report.ts'
import { measureReportMemory } from './report-memory.ts'
import { measureEngineSave } from './save.ts'
import { measureSingleScores, measureRescoring, measureScore, measureScoreGrowth } from './score.ts'
import { measureUnlock } from './unlock.ts'
import { measureVerification } from './verification.ts'
import { timed } from '../samples.ts'

let bareCommit: BareCommit | null = null

async function openForBareCommits(folder: string): Promise<void> {
  bareCommit?.close()
  bareCommit = openBareCommit(folder, await databaseKeyOf(folder))
}

function commitOnce(): number {
  if (bareCommit === null) throw new Error('No database is open for bare commits.')
  return timed(bareCommit.commit)
}

function carryOut(order: Order): unknown {
  switch (order.do) {
    case 'make-vault':
      return makeVault(order.folder)
    case 'fill-vault':
      return findFilledVault(order)
    case 'measure-unlock':
      return measureUnlock(order.folder, order.runs)
    case 'measure-engine-save':
      return measureEngineSave(order.folder, order.runs)
    case 'open-bare':
      return openForBareCommits(order.folder)
    case 'commit-bare':
      return commitOnce()
    case 'measure-report':
      return measureReport(order.report, order.runs)
    case 'measure-report-growth':
      return measureReportGrowth(order.runs)
    case 'measure-report-memory':
      return measureReportMemory(order.report, order.side, order.times)
    case 'measure-verification':
      return measureVerification(order.what, order.runs)
    case 'measure-score':
      return measureScore(order.runs)
    case 'measure-score-growth':
      return measureScoreGrowth(order.runs)
    case 'measure-rescoring':
      return measureRescoring(order.runs)
    case 'measure-single-scores':
      return measureSingleScores(order.runs)
    case 'measure-lint':
      return measureLint(order.runs)
  }
}

const reply = (message: Reply) => process.send?.(message)

process.on('message', (message) => {
  const work = async () => carryOut(Order.parse(message))
  work().then(
    (value) => reply({ ok: true, value: value ?? null }),
    (error: unknown) => reply({ ok: false, sentence: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  )
})
