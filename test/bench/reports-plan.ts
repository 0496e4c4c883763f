// What is measured of reports: making them, their length, their memory, and checking them.
import type { Measurement } from './measurement.ts'
import type { BenchPlace } from './plan.ts'
import type { Samples } from './samples.ts'
import { MemoryReply, SamplesReply } from './worker/messages.ts'

const median = 0.5

/** Peak and rest of each side, every one in a process of its own. */
async function memoryOf({ freshWorker, isQuick }: BenchPlace): Promise<{ readonly peak: Samples; readonly kept: Samples }> {
  const once = async (side: 'product' | 'bare') => {
    const worker = freshWorker()
    try {
      return await worker.ask({ do: 'measure-report-memory', report: 'full assessment', side, times: isQuick ? 1 : 5 }, MemoryReply)
    } finally {
      worker.stop()
    }
  }
  const found = { product: [await once('product')], bare: [await once('bare')] }
  for (let run = 1; run < (isQuick ? 1 : 3); run += 1) {
    found.bare.push(await once('bare'))
    found.product.push(await once('product'))
  }
  return {
    peak: { product: found.product.map(({ peakMb }) => peakMb), bare: found.bare.map(({ peakMb }) => peakMb) },
    kept: {
      product: found.product.map(({ afterLastMb }) => afterLastMb),
      bare: found.product.map(({ afterFirstMb }) => afterFirstMb),
    },
  }
}

export async function measureReports(place: BenchPlace): Promise<Measurement[]> {
  const { worker, isQuick } = place
  const runs = (whole: number) => (isQuick ? 1 : whole)
  const row = (title: string, bound: number | null, samples: Samples): Measurement => ({ title, unit: 'ms', share: median, bound, samples })
  const made = (report: 'frozen assessment' | 'full assessment' | 'portfolio of 300', times: number) =>
    worker.ask({ do: 'measure-report', report, runs: runs(times) }, SamplesReply)
  const rows = [
    row('Model to signed PDF', 2, await made('frozen assessment', 15)),
    row('Model to signed PDF, full assessment', 2, await made('full assessment', 11)),
    row('Model to signed PDF, 300 third parties', 2, await made('portfolio of 300', 11)),
  ]
  // Figures that take long or need a long report are left to a whole run.
  if (isQuick) return rows
  const checked = (what: 'signature' | 'whole') => worker.ask({ do: 'measure-verification', what, runs: 15 }, SamplesReply)
  const { peak, kept } = await memoryOf(place)
  return [
    ...rows,
    row('A report of 300 pages for one of 30', 12, await worker.ask({ do: 'measure-report-growth', runs: 2 }, SamplesReply)),
    { ...row('Memory at its peak, full assessment', 2, peak), unit: 'MiB' },
    { ...row('Memory after 5 reports for after one', 1.25, kept), unit: 'MiB' },
    row('Signature check of a report of 11 MB', 3, await checked('signature')),
    row('Every answer about a report of 11 MB', null, await checked('whole')),
  ]
}
