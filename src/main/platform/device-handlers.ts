// Remembers a vault on this device and opens it from there: the engine holds the vault, the operating system's store the secret, this joins them.
import { randomBytes } from 'node:crypto'
import { hostname } from 'node:os'
import type { contract, EngineProcedureName, InputOf, OutputOf } from '#shared/contract/contract.ts'
import type { Outcome } from '#shared/contract/fault.ts'
import { Refusal } from '#shared/contract/refusal.ts'
import type { VaultId } from '#shared/domain/ids.ts'
import type { WindowHandlers } from '../ipc/answer-call.ts'
import type { DeviceMemory, SystemStore } from './device-memory.ts'

type DeviceHandlers = Pick<WindowHandlers, 'device.look' | 'device.open' | 'device.state' | 'device.remember' | 'device.forget'>

/** The engine, as far as it is used here. */
export interface EngineCalls {
  call(name: EngineProcedureName, input: unknown): Promise<Outcome<unknown>>
  isRunning(): boolean
}

function isOutputOf<Name extends EngineProcedureName>(table: typeof contract, name: Name, value: unknown): value is OutputOf<Name> {
  return table[name].output.safeParse(value).success
}

/** What other people will see in the list of ways; a computer's name, shortened and without what cannot be printed. */
function deviceName(): string {
  const printable = hostname()
    .replace(/[^\p{L}\p{N} ._-]/gu, '')
    .slice(0, 60)
  return printable.trim() === '' ? 'A computer' : printable
}

type Ask = <Name extends EngineProcedureName>(name: Name, input: InputOf<Name>) => Promise<OutputOf<Name>>

/** Asks the engine; what it refuses is refused here, too. */
function askOf(engine: EngineCalls): Ask {
  return async (name, input) => {
    const outcome = await engine.call(name, input)
    if (!outcome.ok) throw new Refusal(outcome.fault.code, outcome.fault.detail)
    // The table is loaded with the door, not when the app starts.
    const { contract: table } = await import('#shared/contract/contract.ts')
    if (!isOutputOf(table, name, outcome.value)) throw new Error(`The answer to ${name} did not fit the contract.`)
    return outcome.value
  }
}

async function openVaultId(engine: EngineCalls, ask: Ask): Promise<VaultId> {
  const { vault } = engine.isRunning() ? await ask('vault.state', {}) : { vault: null }
  if (vault === null) throw new Refusal('vault-locked', 'The vault is locked. Open it with its passphrase to go on.')
  return vault.vaultId
}

export function createDeviceHandlers(engine: EngineCalls, memory: DeviceMemory, store: SystemStore): DeviceHandlers {
  const ask = askOf(engine)
  const look = async (handle: string) => {
    const { vaultId, ways } = await ask('vault.ways', { handle })
    const remembered = memory.recall(vaultId)
    const isRemembered = remembered !== null && ways.some(({ id, kind }) => id === remembered.wayId && kind === 'device')
    return { ways, remembered: isRemembered ? remembered : null }
  }
  return {
    'device.look': async ({ handle }) => {
      const { ways, remembered } = await look(handle)
      const passphrases = ways.filter(({ kind }) => kind === 'passphrase')
      const withFile = passphrases.filter(({ needsKeyFile }) => needsKeyFile)
      const keyFile = withFile.length === 0 ? 'never' : withFile.length === passphrases.length ? 'always' : 'sometimes'
      return { keyFile, isRemembered: remembered !== null, canRemember: store.state() === 'good' }
    },
    'device.open': async ({ handle }) => {
      const { remembered } = await look(handle)
      if (remembered === null) throw new Refusal('device-forgotten', 'This device is no longer remembered for this vault.')
      return ask('vault.openWithDevice', { handle, wayId: remembered.wayId, deviceSecret: remembered.secret })
    },
    'device.state': async () => {
      const wayId = memory.recall(await openVaultId(engine, ask))?.wayId ?? null
      return { store: store.state(), wayId, deviceName: deviceName() }
    },
    'device.remember': async ({ proof }) => {
      if (store.state() !== 'good')
        throw new Refusal('no-secret-store', 'This system has no store in which a secret of the vault would be safe.')
      const secret = randomBytes(32).toString('hex')
      const { vaultId, wayId } = await ask('keys.addDevice', { proof, name: deviceName(), deviceSecret: secret })
      try {
        memory.remember({ vaultId, wayId, secret })
      } catch {
        // Without its secret the new way opens nothing; so that it does not stay in the list, it is taken out again.
        await ask('keys.remove', { proof, wayId })
        throw new Refusal('device-not-saved', 'The secret for this vault could not be kept on this device. The vault is as it was.')
      }
      return {}
    },
    'device.forget': async ({ proof, wayId }) => {
      const vaultId = await openVaultId(engine, ask)
      await ask('keys.remove', { proof, wayId })
      if (memory.recall(vaultId)?.wayId === wayId) memory.forget(vaultId)
      return {}
    },
  }
}
