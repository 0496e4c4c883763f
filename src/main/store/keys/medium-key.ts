// The key file: 256 random bits on a second medium, which a passphrase can be made to need beside it.
import { createHash, randomBytes } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { z } from 'zod'
import { VaultId } from '#shared/domain/ids.ts'
import { Instant } from '#shared/domain/time.ts'
import { canonicalJson } from '../canonical-json.ts'
import { createFileDurably } from '../durable-file.ts'
import { VaultProblem } from '../vault-problem.ts'

/** What a key file says, and how a slot knows it again without telling it. */
export interface MediumKey {
  /** 32 bytes. */
  readonly secret: Buffer
  /** SHA-256 of the secret under its own label; the secret has 256 bits, so nothing can be guessed from it. */
  readonly fingerprint: string
}

const sizeLimitBytes = 4_096

const MediumKeyFile = z.strictObject({
  format: z.literal('gatehouse.key-file'),
  formatVersion: z.literal(1),
  vaultId: VaultId,
  madeAt: Instant,
  secret: z.string().regex(/^[0-9a-f]{64}$/),
  /** SHA-256 over the canonical JSON of everything above. */
  checksum: z.string().regex(/^[0-9a-f]{64}$/),
})

const checksumOf = (content: unknown) => createHash('sha256').update(canonicalJson(content)).digest('hex')

function mediumKeyOf(secretHex: string): MediumKey {
  const secret = Buffer.from(secretHex, 'hex')
  return { secret, fingerprint: createHash('sha256').update('gatehouse/key-file/v1\0').update(secret).digest('hex') }
}

/** Makes a new key file at `path`, never over anything. Throws the file system's own error. */
export function makeMediumKey(path: string, vault: { readonly id: VaultId; readonly madeAt: string }): void {
  const secret = randomBytes(32).toString('hex')
  const content = { format: 'gatehouse.key-file', formatVersion: 1, vaultId: vault.id, madeAt: vault.madeAt, secret }
  createFileDurably(path, `${JSON.stringify({ ...content, checksum: checksumOf(content) }, null, 2)}\n`)
}

const damaged = () =>
  new VaultProblem(
    'key-file-damaged',
    'This is not a key file of Gatehouse, or it is damaged. Choose the key file, or a copy of it; without one, the recovery code opens the vault.',
  )

function readText(path: string): string {
  try {
    const facts = statSync(path)
    if (!facts.isFile() || facts.size > sizeLimitBytes) return ''
    return readFileSync(path, 'utf8')
  } catch (error) {
    throw new VaultProblem(
      'key-file-missing',
      'The key file is not there any more or may not be read. Connect the medium it is on and choose it again.',
      { cause: error },
    )
  }
}

/** Reads the key file at `path`. Refuses with `key-file-missing` or `key-file-damaged`; whether it is the right one shows on opening. */
export function readMediumKey(path: string): MediumKey {
  const text = readText(path)
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    throw damaged()
  }
  const parsed = MediumKeyFile.safeParse(json)
  if (!parsed.success) throw damaged()
  const { checksum, ...content } = parsed.data
  if (checksum !== checksumOf(content)) throw damaged()
  return mediumKeyOf(content.secret)
}
