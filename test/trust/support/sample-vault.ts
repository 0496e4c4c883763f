// A vault to harm: made once in a test file, copied for each try, and read without deriving its key again each time.
import { randomUUID } from 'node:crypto'
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { createEngine } from '#main/engine/engine.ts'
import { readAuditEntries, verifyAuditChain } from '#main/store/audit.ts'
import { floorCost } from '#main/store/keys/key-cost.ts'
import { readKeyListOf } from '#main/store/keys/key-store.ts'
import type { SubKeys } from '#main/store/keys/sub-keys.ts'
import { openDatabase } from '#main/store/vault-database.ts'
import { readOrganization } from '#main/records/organization.ts'
import { resourcesDirectory } from '#test/support/engine-session.ts'
import { passphrase } from '#test/support/vault-place.ts'
import { keysOf } from './vault-keys.ts'

/** Memory where there is some to write to: these tests are about what is on the disk, not about how fast it is. */
const fastFolder = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()

/** A new folder there; the caller removes it. */
export function makeFastFolder(): string {
  return mkdtempSync(join(fastFolder, 'gatehouse-trust-'))
}

export interface SampleVault {
  readonly folder: string
  readonly directory: string
  readonly keys: SubKeys
  /** Copies the vault to `directory`. */
  copyTo(directory: string): void
  remove(): void
}

const party = (number: number) => ({
  legalName: `Party ${number}`,
  nativeName: '',
  registrationNumber: String(number),
  country: 'IE',
  relationships: ['supplier'],
  note: `${number} `.repeat(2_000),
})

/** A vault with an organization called "Revision 0" in it, and as many third parties as asked for. */
export async function makeSampleVault(partyCount = 0): Promise<SampleVault> {
  const folder = makeFastFolder()
  const directory = join(folder, 'Sample.gatehouse')
  const engine = createEngine({
    resourcesDirectory,
    applicationVersion: '0.1.0',
    sqliteBinding: undefined,
    now: () => new Date().toISOString(),
    keyCost: floorCost,
    log: (where, error) => {
      throw new Error(where, { cause: error })
    },
  })
  const handle = randomUUID()
  engine.grant(handle, directory)
  for (const [name, input] of [
    ['vault.create', { handle, passphrase }],
    ['organization.save', { name: 'Revision 0', country: 'US', activity: '', contact: '' }],
    ...Array.from({ length: partyCount }, (_, index) => ['thirdParties.add', party(index + 1)] as const),
  ] as const) {
    const outcome = await engine.call(name, input)
    if (!outcome.ok) throw new Error(outcome.fault.detail)
  }
  await engine.close()
  return {
    folder,
    directory,
    keys: await keysOf(directory, passphrase),
    copyTo: (target) => cpSync(directory, target, { recursive: true }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

const Revision = z.string().regex(/^Revision \d+$/)

/**
 * The revision stored in a vault's database, opened as the product opens it; null when none was ever saved.
 * Throws when the file is damaged, its history broken or its row not one of ours.
 */
export function readRevision(databasePath: string, keys: SubKeys): number | null {
  const directory = dirname(databasePath)
  const environment = { now: () => new Date().toISOString(), sqliteBinding: undefined }
  const opened = openDatabase({ directory, vaultId: readKeyListOf(directory).vaultId, keys, environment })
  try {
    const damage = opened.store.findDamage()
    if (damage.length > 0) throw new Error(damage.join(' '))
    const chain = verifyAuditChain(opened.store.all(readAuditEntries), keys.auditMac)
    if (!chain.ok) throw new Error(chain.sentence)
    const organization = opened.store.first(readOrganization)
    return organization ? Number(Revision.parse(organization.name).slice('Revision '.length)) : null
  } finally {
    opened.close(true)
  }
}
