// Procedures about smart cards and tokens, and every way in which one can refuse its work.
import { z } from 'zod'
import { ListedSigner, SignerDetails, unfitFaults } from '../domain/signer.ts'
import { Sha256Hex, SignerId } from '../domain/ids.ts'
import { Instant } from '../domain/time.ts'
import { procedure } from './procedure.ts'

/** What can go wrong when the module of a card or token is asked to do something. */
export const tokenFaults = [
  'tokens-unavailable',
  'token-module-unknown',
  'token-module-missing',
  'token-module-unusable',
  'token-module-failed',
  'token-time-out',
  'token-cancelled',
  'token-absent',
  'token-other',
  'token-removed',
  'token-not-ready',
  'token-pin-needed',
  'token-pin-wrong',
  'token-pin-few',
  'token-pin-final',
  'token-pin-locked',
  'token-pin-unusable',
  'token-key-missing',
  'token-key-refused',
  'token-signature-wrong',
] as const
export const TokenFault = z.enum(tokenFaults)
export type TokenFault = z.infer<typeof TokenFault>

/** A PIN as it is typed: used once, kept nowhere. Absent when it is typed on the reader's own keys, or none is needed. */
export const Pin = z.string().min(1, 'is empty; type the PIN').max(256, 'is longer than 256 characters')

/** How a token stands before anybody types a PIN. */
export const TokenState = z.strictObject({
  label: z.string(),
  /** Who made it, and which model it is. */
  maker: z.string(),
  serial: z.string(),
  /** The reader or slot that it is in. */
  reader: z.string(),
  isReady: z.boolean(),
  /** What the token says of its PIN: it counts wrong ones, and locks it after the last. */
  pin: z.enum(['fine', 'few-tries', 'final-try', 'locked']),
  /** Whether the PIN is typed on the reader and never reaches this computer. */
  hasPinPad: z.boolean(),
})
export type TokenState = z.infer<typeof TokenState>

/** A certificate on a token. */
export const TokenCertificate = z.strictObject({
  sha256: Sha256Hex,
  /** Whose it is, as it says itself. */
  subject: z.string(),
  issuer: z.string(),
  validFrom: Instant,
  validTo: Instant,
  /** Why it cannot sign; null when it can, as far as it says itself. */
  problem: z.enum(unfitFaults).nullable(),
  /** How many of its issuers are on the token, too. */
  issuerCount: z.int().min(0),
})
export type TokenCertificate = z.infer<typeof TokenCertificate>

const handle = z.uuid()

export const tokenProcedures = {
  /** The modules that are on this computer in the places where their makers put them. */
  'tokens.places': procedure({
    side: 'window',
    input: z.strictObject({}),
    output: z.strictObject({ modules: z.array(z.strictObject({ handle, name: z.string(), fileName: z.string() })) }),
    refusals: [],
  }),
  /** Chooses the file of a module. To choose it is to permit this computer to load it. */
  'tokens.chooseModule': procedure({
    side: 'window',
    input: z.strictObject({}),
    output: z.strictObject({ handle: handle.nullable(), label: z.string() }),
    refusals: [],
  }),
  /** Ends what a module is doing, at once. What waits for it is refused with `token-cancelled`. */
  'tokens.cancel': procedure({ side: 'window', input: z.strictObject({}), output: z.strictObject({}), refusals: [] }),
  /** The tokens that a module sees, with their certificates. No PIN is used. */
  'signers.readTokens': procedure({
    side: 'engine',
    input: z.strictObject({ handle }),
    output: z.strictObject({
      tokens: z.array(TokenState.extend({ certificates: z.array(TokenCertificate) })),
    }),
    refusals: ['vault-locked', 'place-unknown', ...tokenFaults],
  }),
  /** Keeps a certificate on a token as a signer, after the token signed a line of text with its key. The key stays on the token. */
  'signers.addToken': procedure({
    side: 'engine',
    input: z.strictObject({
      handle,
      serial: z.string().max(64),
      label: z.string().max(64),
      sha256: Sha256Hex,
      role: SignerDetails.shape.role,
      /** Whether the issuers on the token go into each signature. */
      withIssuers: z.boolean(),
      pin: Pin.optional(),
    }),
    output: z.strictObject({ signer: ListedSigner }),
    refusals: ['vault-locked', 'write-failed', 'place-unknown', ...unfitFaults, ...tokenFaults],
  }),
  /** How the token of a signer stands now, before its PIN is asked for. */
  'signers.tokenState': procedure({
    side: 'engine',
    input: z.strictObject({ signerId: SignerId }),
    output: z.strictObject({ token: TokenState }),
    refusals: ['vault-locked', 'not-found', ...tokenFaults],
  }),
  /** Says where the module of a signer is on this computer. */
  'signers.setTokenModule': procedure({
    side: 'engine',
    input: z.strictObject({ signerId: SignerId, handle }),
    output: z.strictObject({ signer: ListedSigner }),
    refusals: ['vault-locked', 'write-failed', 'not-found', 'place-unknown', ...tokenFaults],
  }),
} as const
