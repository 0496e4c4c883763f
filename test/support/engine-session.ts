// An engine with an open vault, as the app uses it, for tests from outside the door.
import { randomUUID } from 'node:crypto'
import { join, resolve } from 'node:path'
import { onTestFinished } from 'vitest'
import type { EngineProcedureName, InputOf, OutputOf } from '#shared/contract/contract.ts'
import { contract } from '#shared/contract/contract.ts'
import type { Outcome } from '#shared/contract/fault.ts'
import { createEngine, type Engine, type EngineOptions } from '#main/engine/engine.ts'
import { floorCost } from '#main/store/keys/key-cost.ts'
import { passphrase, steppingClock, temporaryFolder } from './vault-place.ts'

export const resourcesDirectory = resolve(import.meta.dirname, '../../resources')

export interface Session {
  readonly engine: Engine
  readonly faults: { where: string; error: unknown }[]
  /** What the engine told of long pieces of work. */
  readonly progress: ({ done: number; total: number } | null)[]
  /** Calls and insists on success. */
  do<Name extends EngineProcedureName>(name: Name, input: InputOf<Name>): Promise<OutputOf<Name>>
  /** Calls with anything. */
  call(name: unknown, input: unknown): Promise<Outcome<unknown>>
  grant(path: string): string
}

export function startEngine(now = steppingClock(), options: Partial<EngineOptions> = {}): Session {
  const faults: Session['faults'] = []
  const progress: Session['progress'] = []
  const engine = createEngine({
    resourcesDirectory,
    applicationVersion: '0.1.0',
    sqliteBinding: undefined,
    now,
    keyCost: floorCost,
    onProgress: (step) => progress.push(step),
    ...options,
    log: (where, error) => {
      faults.push({ where, error })
      return 'test0000'
    },
  })
  onTestFinished(() => engine.close())
  const grant = (path: string) => {
    const handle = randomUUID()
    engine.grant(handle, path)
    return handle
  }
  const perform: Session['do'] = async (name, input) => {
    const outcome = await engine.call(name, input)
    if (!outcome.ok) throw new Error(`${name} was refused: ${outcome.fault.code}: ${outcome.fault.detail}`)
    return contract[name].output.parse(outcome.value) as OutputOf<typeof name>
  }
  return { engine, faults, progress, grant, do: perform, call: (name, input) => engine.call(name, input) }
}

/** An engine with a new, open vault. */
export async function startWithVault(
  now = steppingClock(),
  options: Partial<EngineOptions> = {},
): Promise<Session & { directory: string }> {
  const session = startEngine(now, options)
  const directory = join(temporaryFolder(), 'Example.gatehouse')
  await session.do('vault.create', { handle: session.grant(directory), passphrase })
  return { ...session, directory }
}

const organization = { name: 'Brightwell Diagnostics, Inc.', country: 'US', activity: 'Blood tests', contact: '' } as const
const thirdParty = {
  legalName: 'Kestrel Sequencing Services Ltd',
  nativeName: '',
  registrationNumber: '07-118-442',
  country: 'IE',
  note: '',
} as const

/** A vault with an organization, one crown jewel, one third party and a draft assessment of it. */
export async function startWithDraft(relationship: 'supplier' | 'partner' | 'investor' = 'supplier') {
  const session = await startWithVault()
  await session.do('organization.save', organization)
  const { crownJewel } = await session.do('crownJewels.add', { name: 'Assay design', impact: 4, note: '' })
  const added = await session.do('thirdParties.add', { ...thirdParty, relationships: [relationship] })
  const { assessment } = await session.do('assessments.start', { thirdPartyId: added.thirdParty.id, relationship, profile: 'full' })
  return { ...session, crownJewel, thirdParty: added.thirdParty, assessment }
}
