// The vaults that were opened on this computer last: name and folder, kept outside them where a person allows it, and never anything of what is in them.
import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import { Refusal } from '#shared/contract/refusal.ts'
import type { Purpose } from '#shared/contract/vault.ts'
import type { WindowHandlers } from '../ipc/answer-call.ts'
import { readAppData, writeAppData } from './app-data-file.ts'

const limit = 10
/** A stick or a network drive that does not answer for so long counts as not there, in milliseconds. */
const patienceMs = 1_500

const RecentVault = z.strictObject({ path: z.string().min(1).max(4_096), openedAt: z.iso.datetime() })
type RecentVault = z.infer<typeof RecentVault>
const RecentFile = z.strictObject({
  format: z.literal('gatehouse.recent-vaults'),
  formatVersion: z.literal(1),
  vaults: z.array(RecentVault).max(limit),
})

type RecentHandlers = Pick<WindowHandlers, 'recents.list' | 'recents.choose' | 'recents.forget'>

export interface RecentVaults {
  /** Learns which path a handle stands for. */
  readonly noteGrant: (handle: string, path: string, purpose: Purpose) => void
  /** The vault behind the handle was opened or made. */
  readonly noteOpened: (handle: string) => void
  /** Forgets all of them when they are no longer to be kept. */
  readonly obey: (isKept: boolean) => void
  readonly handlers: RecentHandlers
}

interface RecentOptions {
  readonly path: string
  readonly isKept: () => boolean
  readonly nowIso: () => string
  readonly grant: (handle: string, path: string, purpose: Purpose) => void
}

async function isThere(path: string): Promise<boolean> {
  const look = stat(join(path, 'vault.db')).then(
    (facts) => facts.isFile(),
    () => false,
  )
  const patience = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), patienceMs).unref())
  return Promise.race([look, patience])
}

interface RecentList {
  readonly read: () => readonly RecentVault[]
  /** Throws the file system's own error. */
  readonly write: (vaults: readonly RecentVault[]) => void
  /** The name of a path in this run of the program. */
  readonly idOf: (path: string) => string
}

function listIn(filePath: string, isKept: () => boolean): RecentList {
  const idOfPath = new Map<string, string>()
  return {
    read: () => {
      const file = isKept() ? readAppData(filePath, RecentFile) : 'absent'
      return typeof file === 'object' ? file.vaults : []
    },
    write: (vaults) => {
      if (vaults.length === 0) rmSync(filePath, { force: true })
      else writeAppData(filePath, { format: 'gatehouse.recent-vaults', formatVersion: 1, vaults })
    },
    idOf: (path) => {
      const id = idOfPath.get(path) ?? randomUUID()
      idOfPath.set(path, id)
      return id
    },
  }
}

async function describe({ path, openedAt }: RecentVault, id: string) {
  return { id, label: basename(path), folder: basename(dirname(path)), openedAt, isMissing: !(await isThere(path)) }
}

function handlersOf({ read, write, idOf }: RecentList, { isKept, grant }: RecentOptions): RecentHandlers {
  return {
    'recents.list': async () => {
      const vaults = await Promise.all(read().map((vault) => describe(vault, idOf(vault.path))))
      return { isKept: isKept(), vaults }
    },
    'recents.choose': async ({ id }) => {
      const chosen = read().find(({ path }) => idOf(path) === id)
      if (chosen === undefined || !(await isThere(chosen.path)))
        throw new Refusal('vault-not-found', 'The vault is no longer where it was opened last.')
      const handle = randomUUID()
      grant(handle, chosen.path, 'vault')
      return { place: { handle, label: basename(chosen.path) } }
    },
    'recents.forget': ({ id }) => {
      try {
        write(id === null ? [] : read().filter(({ path }) => idOf(path) !== id))
      } catch {
        throw new Refusal('settings-not-saved', 'The list of recent vaults could not be changed on this computer.')
      }
      return {}
    },
  }
}

export function createRecentVaults(options: RecentOptions): RecentVaults {
  const pathOfHandle = new Map<string, string>()
  const list = listIn(options.path, options.isKept)
  return {
    noteGrant: (handle, path, purpose) => {
      if (purpose === 'vault') pathOfHandle.set(handle, path)
    },
    noteOpened: (handle) => {
      const path = pathOfHandle.get(handle)
      if (path === undefined || !options.isKept()) return
      const others = list.read().filter((recent) => recent.path !== path)
      list.write([{ path, openedAt: options.nowIso() }, ...others].slice(0, limit))
    },
    obey: (isKept) => {
      if (!isKept) list.write([])
    },
    handlers: handlersOf(list, options),
  }
}
