// Reads and keeps signers, their keys, and certificates known here: shared by signing, checking and managing them.
import { z } from 'zod'
import { KnownCertificate, ListedSigner, Signer } from '#shared/domain/signer.ts'
import type { SignerId } from '#shared/domain/ids.ts'
import type { ReadDb } from '#main/store/database.ts'
import { command, query } from '#main/store/statement.ts'

const signerColumns = `id, name, role, organization, certificate_serial AS certificateSerial, certificate_sha256 AS certificateSha256,
  valid_from AS validFrom, valid_to AS validTo`
const originColumns = `CASE WHEN signer_token.signer_id IS NULL THEN coalesce(signer_origin.kind, 'made-here') ELSE 'token' END AS origin,
  coalesce(signer_token.issuer, signer_origin.issuer, '') AS issuer,
  coalesce(signer_token.label, '') AS tokenLabel, coalesce(signer_token.serial, '') AS tokenSerial,
  (SELECT count(*) FROM signer_attachment AS part WHERE part.signer_id = signer.id AND part.kind = 'issuer') AS issuerCount,
  (SELECT count(*) FROM signer_attachment AS part WHERE part.signer_id = signer.id AND part.kind = 'revocation-list') AS revocationListCount`
const listed = `SELECT ${signerColumns}, ${originColumns} FROM signer
  LEFT JOIN signer_origin ON signer_origin.signer_id = signer.id LEFT JOIN signer_token ON signer_token.signer_id = signer.id`
const bytes = z.instanceof(Uint8Array)

/** The one that is valid longest first. */
export const readSigners = query(`${listed} ORDER BY valid_from DESC, id`, ListedSigner)
export const readListedSigner = query(`${listed} WHERE id = :id`, ListedSigner)
export const readSigner = query(`SELECT ${signerColumns} FROM signer WHERE id = :id`, Signer)
export const readSignerKeys = query(
  'SELECT certificate, private_key AS privateKey FROM signer WHERE id = :id',
  z.strictObject({ certificate: bytes, privateKey: bytes }),
)
export const readSignerAttachments = query(
  'SELECT kind, content FROM signer_attachment WHERE signer_id = :id ORDER BY kind, position',
  z.strictObject({ kind: z.enum(['issuer', 'revocation-list']), content: bytes }),
)
export const addSigner = command(
  `INSERT INTO signer (id, name, role, organization, certificate, private_key, certificate_serial, certificate_sha256, valid_from, valid_to)
   VALUES (:id, :name, :role, :organization, :certificate, :privateKey, :certificateSerial, :certificateSha256, :validFrom, :validTo)`,
)
export const addSignerOrigin = command(
  'INSERT INTO signer_origin (signer_id, kind, issuer, added_at) VALUES (:signerId, :kind, :issuer, :addedAt)',
)
export const addSignerToken = command(
  `INSERT INTO signer_token (signer_id, module_path, serial, label, key_id, issuer, added_at)
   VALUES (:signerId, :modulePath, :serial, :label, :keyId, :issuer, :addedAt)`,
)
export const readSignerToken = query(
  'SELECT module_path AS modulePath, serial, label, key_id AS keyId FROM signer_token WHERE signer_id = :id',
  z.strictObject({ modulePath: z.string(), serial: z.string(), label: z.string(), keyId: z.string() }),
)
export const moveTokenModule = command('UPDATE signer_token SET module_path = :modulePath WHERE signer_id = :signerId')
export const addSignerAttachment = command(
  'INSERT INTO signer_attachment (signer_id, kind, position, content) VALUES (:signerId, :kind, :position, :content)',
)
export const readSignerByCertificate = query(
  'SELECT name FROM signer WHERE certificate_sha256 = :sha256',
  z.strictObject({ name: z.string() }),
)

const KnownRow = KnownCertificate.omit({ subject: true, validTo: true }).extend({ certificate: bytes })
export const readKnownCertificates = query(
  'SELECT sha256, kind, name, certificate, added_at AS addedAt FROM known_certificate ORDER BY name, sha256',
  KnownRow,
)
export const addKnownCertificate = command(
  `INSERT INTO known_certificate (sha256, kind, name, certificate, added_at) VALUES (:sha256, :kind, :name, :certificate, :addedAt)
   ON CONFLICT (sha256) DO UPDATE SET kind = excluded.kind, name = excluded.name`,
)
export const removeKnownCertificate = command('DELETE FROM known_certificate WHERE sha256 = :sha256')

/** What a signer signs with, and what goes into each signature beside the certificate. */
export interface SignerKeys {
  readonly certificate: Uint8Array
  /** Empty when the key is on a token. */
  readonly privateKey: Uint8Array
  /** Nearest first. */
  readonly issuers: readonly Uint8Array[]
  readonly revocationLists: readonly Uint8Array[]
  /** Where the key is when it is not in the vault. */
  readonly token: SignerToken | null
}
/** What finds the key of a signer on its token. */
export type SignerToken = z.infer<typeof readSignerToken.row>

/** The keys of a signer that exists; throws when there are none. */
export function findSignerKeys(db: ReadDb, id: SignerId): SignerKeys {
  const keys = db.first(readSignerKeys, { id })
  if (!keys) throw new Error('A signer has no keys.')
  const parts = db.all(readSignerAttachments, { id })
  const ofKind = (wanted: string) => parts.filter(({ kind }) => kind === wanted).map(({ content }) => content)
  const token = db.first(readSignerToken, { id }) ?? null
  return { ...keys, issuers: ofKind('issuer'), revocationLists: ofKind('revocation-list'), token }
}

/** The certificates that are known in this vault: its own signers', and those of others that somebody compared. */
export function findKnownCertificates(db: ReadDb) {
  const own = db.all(readSigners).map(({ certificateSha256, name }) => ({ fingerprintSha256: certificateSha256, name }))
  const others = db.all(readKnownCertificates).map(({ sha256, kind, name, certificate }) => ({
    fingerprintSha256: sha256,
    name,
    ...(kind === 'authority' ? { authorityDer: certificate } : {}),
  }))
  return [...own, ...others]
}
