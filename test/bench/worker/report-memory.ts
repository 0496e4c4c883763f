// What making reports takes of this process's memory, at its peak and afterwards; each side is measured in a process of its own.
import { setTimeout } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { sidesOf } from './report.ts'
import type { ReportToMake } from './report-cases.ts'

export interface ReportMemory {
  /** Most that was resident at any time, in MiB. */
  readonly peakMb: number
  /** Resident after the first report and after the last, with the garbage collected, in MiB. */
  readonly afterFirstMb: number
  readonly afterLastMb: number
}

const mebibyte = 1024 * 1024

/** What Typst laid out is freed a turn after its handle was collected. */
async function residentMb(): Promise<number> {
  setFlagsFromString('--expose-gc')
  const collect: unknown = runInNewContext('gc')
  for (let turn = 0; turn < 3; turn += 1) {
    if (typeof collect === 'function') collect()
    await setTimeout(20)
  }
  return process.memoryUsage().rss / mebibyte
}

/** Makes the report so many times, on one side only. */
export async function measureReportMemory(report: ReportToMake, side: 'product' | 'bare', times: number): Promise<ReportMemory> {
  const { produce, compile } = await sidesOf(report)
  let afterFirstMb = 0
  for (let time = 1; time <= times; time += 1) {
    if (side === 'product') await produce()
    else compile()
    if (time === 1) afterFirstMb = await residentMb()
  }
  return { peakMb: process.resourceUsage().maxRSS / 1024, afterFirstMb, afterLastMb: await residentMb() }
}
