// What is measured, how often, and against which bound.
import type { Measurement } from './measurement.ts'
import type { Samples } from './samples.ts'
import { measureColdStart } from './window/cold-start.ts'
import { measureIdleMemory } from './window/idle-memory.ts'
import { measurePageSave } from './window/page-save.ts'
import { measureScale } from './window/scale.ts'
import type { MemoryUse } from './window/process-tree.ts'
import type { WindowKinds } from './window/window-app.ts'
import { measureReports } from './reports-plan.ts'
import { FilledVault, type MadeVault, SamplesReply } from './worker/messages.ts'
import type { Worker } from './worker-client.ts'

export const topics = ['start', 'memory', 'unlock', 'save', 'reports', 'score', 'lint', 'scale'] as const
export type Topic = (typeof topics)[number]

export interface BenchPlace {
  readonly worker: Worker
  /** A worker that has done nothing yet; to be stopped by whoever asked for it. */
  readonly freshWorker: () => Worker
  readonly folder: string
  readonly vault: MadeVault
  readonly kinds: WindowKinds
  /** One or two times each, to see that everything works. */
  readonly isQuick: boolean
}

const median = 0.5
const p95 = 0.95

const inMicroseconds = ({ product, bare }: Samples): Samples => ({
  product: product.map((ms) => ms * 1_000),
  bare: bare.map((ms) => ms * 1_000),
})

async function coldStart({ kinds, isQuick }: BenchPlace): Promise<Measurement[]> {
  const samples = await measureColdStart(kinds, isQuick ? 1 : 15)
  return [{ title: 'Cold start to a painted unlock screen', unit: 'ms', share: median, bound: 1.5, samples }]
}

async function idleMemory({ kinds, vault, isQuick }: BenchPlace): Promise<Measurement[]> {
  const found = await measureIdleMemory(kinds, vault, isQuick ? 1 : 5)
  const pair = (product: readonly MemoryUse[], read: (use: MemoryUse) => number): Samples => ({
    product: product.map(read),
    bare: found.bare.map(read),
  })
  const row = (title: string, bound: number | null, samples: Samples): Measurement => ({
    title,
    unit: 'MiB',
    share: median,
    bound,
    samples,
  })
  const rss = (use: MemoryUse) => use.rssMb
  const pss = (use: MemoryUse) => use.pssMb
  return [
    row('Idle memory at the unlock screen, RSS summed', 1.25, pair(found.locked, rss)),
    row('Idle memory at the unlock screen, PSS summed', 1.25, pair(found.locked, pss)),
    row('Idle memory with a vault open, RSS summed', null, pair(found.open, rss)),
    row('Idle memory with a vault open, PSS summed', null, pair(found.open, pss)),
  ]
}

async function unlock({ worker, folder, isQuick }: BenchPlace): Promise<Measurement[]> {
  const samples = await worker.ask({ do: 'measure-unlock', folder, runs: isQuick ? 2 : 40 }, SamplesReply)
  return [{ title: 'Unlock, key derivation apart', unit: 'ms', share: median, bound: 2, samples }]
}

async function save({ worker, folder, vault, kinds, isQuick }: BenchPlace): Promise<Measurement[]> {
  const page = await measurePageSave(kinds, vault, { worker, folder, runs: isQuick ? 2 : 200 })
  const engine = await worker.ask({ do: 'measure-engine-save', folder, runs: isQuick ? 2 : 200 }, SamplesReply)
  const row = (title: string, share: number, given: { readonly bound: number | null; readonly samples: Samples }): Measurement => ({
    title,
    unit: 'ms',
    share,
    ...given,
  })
  return [
    row('Save, key press to committed, p50', median, { bound: 3, samples: page.committed }),
    row('Save, key press to committed, p95', p95, { bound: 3, samples: page.committed }),
    row('Save, key press to "Saved" in the page, p50', median, { bound: null, samples: page.shown }),
    row('Save, key press to "Saved" in the page, p95', p95, { bound: null, samples: page.shown }),
    row('Save, the engine’s part alone, p50', median, { bound: null, samples: engine }),
    row('Save, the engine’s part alone, p95', p95, { bound: null, samples: engine }),
  ]
}

async function scoring({ worker, isQuick }: BenchPlace): Promise<Measurement[]> {
  const ask = async (what: 'score' | 'score-growth' | 'rescoring' | 'single-scores', runs: number) =>
    worker.ask({ do: `measure-${what}`, runs: isQuick ? 1 : runs }, SamplesReply)
  return [
    { title: 'score(), full pack', unit: 'µs', share: median, bound: 10, samples: inMicroseconds(await ask('score', 150)) },
    {
      title: 'score(), 1,300 questions for 130',
      unit: 'µs',
      share: median,
      bound: 12,
      samples: inMicroseconds(await ask('score-growth', 100)),
    },
    { title: '10,000 assessments scored anew', unit: 'ms', share: median, bound: 10, samples: await ask('rescoring', 5) },
    { title: 'score(), p99.9 of 10,000, for one frame', unit: 'ms', share: 0.999, bound: 1, samples: await ask('single-scores', 5) },
  ]
}

async function lint({ worker, isQuick }: BenchPlace): Promise<Measurement[]> {
  const samples = await worker.ask({ do: 'measure-lint', runs: isQuick ? 1 : 30 }, SamplesReply)
  return [{ title: 'Lint of the shipped pack', unit: 'ms', share: median, bound: 5, samples }]
}

/** Everything twice in the same run: in a vault of 10,000 third parties and a million answers, and in one of 10. */
async function scale({ worker, kinds, folder, isQuick }: BenchPlace): Promise<Measurement[]> {
  const ask = (partyCount: number) => worker.ask({ do: 'fill-vault', partyCount, answersEach: 100 }, FilledVault)
  const small = await ask(10)
  const large = await ask(isQuick ? 100 : 10_000)
  const found = await measureScale({ kinds, folder }, { small, large }, isQuick ? 1 : 32)
  return found.map(({ title, samples, bound }) => ({ title, unit: 'ms', share: p95, bound, samples }))
}

export const planOfBench: Readonly<Record<Topic, (place: BenchPlace) => Promise<Measurement[]>>> = {
  start: coldStart,
  memory: idleMemory,
  unlock,
  save,
  reports: measureReports,
  score: scoring,
  lint,
  scale,
}
