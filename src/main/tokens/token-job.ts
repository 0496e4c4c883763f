// What a token's process is told to do, and what it may answer: one job, one answer, then it is ended.
import { z } from 'zod'
import { TokenFault, TokenState } from '#shared/contract/tokens.ts'

const bytes = (most: number) => z.custom<Uint8Array>((value) => value instanceof Uint8Array && value.length <= most)

/** Which certificate or key of a token: the id that both have in common. */
const KeyId = z.string().regex(/^(?:[0-9a-f]{2}){0,128}$/)

/** Most bytes of one certificate, and most certificates and tokens that are looked at: no real token has more. */
export const tokenLimits = { certificateBytes: 16 * 1024, certificates: 64, slots: 64, idBytes: 128, signatureBytes: 2_048 } as const

const TokenAlgorithm = z.enum(['ecdsa-sha256', 'ecdsa-sha384', 'ecdsa-sha512', 'rsa-pkcs1-sha256'])

export const TokenJob = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('list'), modulePath: z.string() }),
  z.strictObject({
    kind: z.literal('sign'),
    modulePath: z.string(),
    serial: z.string(),
    label: z.string(),
    keyId: KeyId,
    algorithm: TokenAlgorithm,
    /** The signed attributes of a signature: hashes and names of algorithms, nothing of the report itself. */
    content: bytes(4_096),
    /** UTF-8; null when the token asks for it itself, or needs none. */
    pin: bytes(1_024).nullable(),
  }),
])
export type TokenJob = z.infer<typeof TokenJob>

export const FoundToken = TokenState.extend({
  certificates: z.array(z.strictObject({ keyId: KeyId, der: bytes(tokenLimits.certificateBytes) })).max(tokenLimits.certificates),
})
export type FoundToken = z.infer<typeof FoundToken>

export const TokenAnswer = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('tokens'), tokens: z.array(FoundToken).max(tokenLimits.slots) }),
  /** As the module gave it: plain octets for RSA, r and s one after the other for ECDSA. */
  z.strictObject({ kind: z.literal('signature'), value: bytes(tokenLimits.signatureBytes) }),
  z.strictObject({ kind: z.literal('fault'), code: TokenFault }),
])
export type TokenAnswer = z.infer<typeof TokenAnswer>
