// A copy of the vault that the first release made, with a draft and a signed report in it: quicker to have than to make.
import { cpSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { temporaryFolder } from './vault-place.ts'

const fixture = resolve(import.meta.dirname, '../fixtures/vaults/v1')
const Facts = z.object({ passphrase: z.string() })

/** The passphrase of that vault. */
export const releasedPassphrase = Facts.parse(JSON.parse(readFileSync(join(fixture, 'facts.json'), 'utf8'))).passphrase

/** A folder with the vault in it, locked; removed when the test is over. */
export function copyReleasedVault(): { readonly folder: string; readonly directory: string } {
  const folder = temporaryFolder()
  const directory = join(folder, 'Client.gatehouse')
  cpSync(join(fixture, 'Example.gatehouse'), directory, { recursive: true })
  return { folder, directory }
}
