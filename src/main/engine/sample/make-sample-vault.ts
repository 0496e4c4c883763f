// Makes the sample vault the way a person would: through the procedures, day by day.
import { rmSync } from 'node:fs'
import { contract, type EngineProcedureName, type InputOf, type OutputOf } from '#shared/contract/contract.ts'
import { Refusal } from '#shared/contract/refusal.ts'
import type { Outcome } from '#shared/contract/fault.ts'
import { createSampleClock, createSampleIds } from './sample-clock.ts'
import { type SampleData, readSampleData } from './sample-data.ts'
import { eventsOf } from './sample-events.ts'

/** The engine that fills the vault, as far as it is needed here. */
interface SampleEngine {
  call(name: unknown, input: unknown): Promise<Outcome<unknown>>
  grant(handle: string, path: string): void
  close(): Promise<void>
}

export interface SampleOrder {
  readonly directory: string
  readonly passphrase: string
  readonly resourcesDirectory: string
  /** Starts an engine of its own with this clock and these ids. */
  readonly start: (own: { readonly now: () => string; readonly newId: () => string }) => SampleEngine
  readonly report: (progress: { readonly done: number; readonly total: number } | null) => void
}

function isOutputOf<Name extends EngineProcedureName>(name: Name, value: unknown): value is OutputOf<Name> {
  return contract[name].output.safeParse(value).success
}

/** Calls a procedure and insists on success. */
export type Perform = <Name extends EngineProcedureName>(name: Name, input: InputOf<Name>) => Promise<OutputOf<Name>>

function performOf(engine: SampleEngine): Perform {
  return async (name, input) => {
    const outcome = await engine.call(name, input)
    if (!outcome.ok) throw new Error(`The sample could not be made: ${name} answered ${outcome.fault.code}. ${outcome.fault.detail}`)
    if (!isOutputOf(name, outcome.value)) throw new Error(`The sample could not be made: ${name} answered something else.`)
    return outcome.value
  }
}

async function fill(perform: Perform, data: SampleData, order: SampleOrder & { readonly goTo: (day: string) => void }): Promise<void> {
  const events = eventsOf(data)
  for (const [done, event] of events.entries()) {
    order.goTo(event.on)
    order.report({ done, total: events.length })
    await event.run(perform)
  }
}

/** Makes a new vault in `directory` and fills it. Refuses what making a vault refuses; nothing is left behind when it fails later. */
export async function makeSampleVault(order: SampleOrder): Promise<void> {
  const data = readSampleData(order.resourcesDirectory)
  const clock = createSampleClock(data.describedOn)
  const newId = createSampleIds()
  const engine = order.start({ now: clock.now, newId })
  try {
    const handle = newId()
    engine.grant(handle, order.directory)
    const created = await engine.call('vault.create', { handle, passphrase: order.passphrase })
    if (!created.ok) throw new Refusal(created.fault.code, created.fault.detail)
    try {
      await fill(performOf(engine), data, { ...order, goTo: clock.goTo })
    } catch (error) {
      await engine.call('vault.lock', {})
      rmSync(order.directory, { recursive: true, force: true })
      throw error
    }
  } finally {
    order.report(null)
    await engine.close()
  }
}
