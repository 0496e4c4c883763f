// Lists of third parties for tests: written, opened, looked at and taken in.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { InputOf, OutputOf } from '#shared/contract/contract.ts'
import { listThirdParties } from '#main/records/third-party.ts'
import { openVault } from '#main/store/vault.ts'
import type { Session } from './engine-session.ts'
import { environment } from './opened-vault.ts'
import { passphrase, temporaryFolder } from './vault-place.ts'

type VaultSession = Session & { readonly directory: string }

export const lei = '5493001KJTIIGC8Y1R12'
export const csv = `Vendor,LEI,Reg. No.,Country,Type,E-mail
Kestrel Sequencing Ltd,${lei},07-118-442,Ireland,Supplier,nora@kestrel.example
Harrier Capital LP,,HR-1,US,Investor,
,,,DE,,
Merlin Labs,5493001KJTIIGC8Y1R21,,Atlantis,Partner,
`

export function fileOf(name: string, content: string | Buffer): string {
  const path = join(temporaryFolder(), name)
  writeFileSync(path, content)
  return path
}

export const open = (session: Session, name: string, content: string | Buffer) =>
  session.do('imports.open', { handle: session.grant(fileOf(name, content)) })

export const planOf = ({ importId, columns }: OutputOf<'imports.open'>): InputOf<'imports.plan'> => ({
  importId,
  fields: columns.map(({ guess }) => guess),
  relationships: ['supplier'],
  country: '',
})

export const skipAll = { lei: 'skip', registration: 'skip', name: 'skip', row: 'skip' } as const

/** Opens, plans with the guesses, and writes to the end. */
export async function takeIn(session: Session, content: string, choices: InputOf<'imports.begin'>['choices'] = skipAll) {
  const list = await open(session, 'vendors.csv', content)
  const plan = await session.do('imports.plan', planOf(list))
  await session.do('imports.begin', { importId: list.importId, choices, rows: [] })
  let step = await session.do('imports.step', { importId: list.importId })
  while (step.done < step.total) step = await session.do('imports.step', { importId: list.importId })
  return { list, plan, step }
}

/** The third parties of the vault, as its own records have them. */
export async function partiesOf(session: VaultSession) {
  await session.do('vault.lock', {})
  const vault = await openVault(session.directory, passphrase, environment)
  const parties = listThirdParties(vault.store)
  vault.close()
  await session.do('vault.open', { handle: session.grant(session.directory), secret: passphrase })
  return parties
}

/** Names all that the first list brings once more, and two new ones that are the same. */
export const other = `Name,LEI,Reg no,Country,Note
KESTREL Sequencing Limited,,,,by name
Somebody Else,${lei},,,by LEI
Renamed Fund,,hr 1,US,by number
Peregrine Freight,,,NL,new
Peregrine Freight BV,,,NL,twice
`
