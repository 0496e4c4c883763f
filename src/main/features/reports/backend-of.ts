// What a signer signs with: the key in the vault, or the token that has it.
import type { SignerId } from '#shared/domain/ids.ts'
import { findSignerKeys, type SignerKeys } from '#main/records/signer.ts'
import type { SignBackend } from '#main/report/signing/sign-backend.ts'
import type { TokenKey } from '#main/report/signing/token-backend.ts'
import { askForSignature, tokenRefusal } from '#main/tokens/ask-token.ts'
import { type FeatureContext, requireStore } from '../feature-context.ts'

/** What is kept beside a signer's certificate goes into the signature when it is given. */
export type SigningKeys = Pick<SignerKeys, 'certificate' | 'privateKey'> &
  Partial<Pick<SignerKeys, 'issuers' | 'revocationLists'>> & { readonly signOnToken?: TokenKey['signOnToken'] }

/** The keys of a signer that exists; `pin` goes to the token that has them, if one has, and nowhere else. */
export function keysForSigning(context: FeatureContext, id: SignerId, pin: string | undefined): SigningKeys {
  const { token, ...keys } = findSignerKeys(requireStore(context), id)
  if (token === null) return keys
  const signOnToken: TokenKey['signOnToken'] = (content, algorithm) =>
    askForSignature(context.tokens, { kind: 'sign', ...token, algorithm, content, pin: pin === undefined ? null : Buffer.from(pin) })
  return { ...keys, signOnToken }
}

/** A backend for these keys. */
export async function backendOf(keys: SigningKeys): Promise<SignBackend> {
  const shared = { certificateDer: keys.certificate, chainDer: keys.issuers ?? [], revocationListsDer: keys.revocationLists ?? [] }
  const { signOnToken } = keys
  if (signOnToken === undefined) {
    const { createInMemorySignBackend } = await import('#main/report/signing/sign-backend.ts')
    return createInMemorySignBackend({ ...shared, privateKeyPkcs8: keys.privateKey })
  }
  const { createTokenSignBackend } = await import('#main/report/signing/token-backend.ts')
  return createTokenSignBackend({ ...shared, signOnToken, wrongSignature: () => tokenRefusal('token-signature-wrong') })
}
