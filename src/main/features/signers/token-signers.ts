// Signers whose key is on a smart card or token: looks at tokens, keeps one of their certificates, and finds its module again.
import { Refusal } from '#shared/contract/refusal.ts'
import type { InputOf } from '#shared/contract/contract.ts'
import type { TokenCertificate, TokenState } from '#shared/contract/tokens.ts'
import { SignerId } from '#shared/domain/ids.ts'
import { type ListedSigner, Signer } from '#shared/domain/signer.ts'
import {
  addSigner,
  addSignerAttachment,
  addSignerToken,
  findSignerKeys,
  moveTokenModule,
  readSignerByCertificate,
  type SignerToken,
} from '#main/records/signer.ts'
import type { CertificateDetails } from '#main/report/verification/certificate-reader.ts'
import type { ReadDb } from '#main/store/database.ts'
import { askForSignature, listTokens, requireToken, tokenRefusal } from '#main/tokens/ask-token.ts'
import type { FoundToken } from '#main/tokens/token-job.ts'
import { type FeatureContext, requireStore } from '../feature-context.ts'
import { attachmentLimitBytes, listedSigner } from './listed-signer.ts'
import { certificateSentences } from './sentences.ts'

interface OnToken {
  readonly keyId: string
  readonly certificate: CertificateDetails
  /** Its issuers on the same token, nearest first. */
  readonly issuers: readonly Uint8Array[]
}

/** The certificates on a token that are anybody's own, in its order; what cannot be read is left out. */
async function ownCertificates({ certificates }: FoundToken): Promise<readonly OnToken[]> {
  const [{ readCertificate }, { chainOf }, { DerError }] = await Promise.all([
    import('#main/report/verification/certificate-reader.ts'),
    import('#main/report/verification/certificate-chain.ts'),
    import('#main/report/verification/der-reader.ts'),
  ])
  const readable = certificates.flatMap(({ keyId, der }) => {
    try {
      return [{ keyId, certificate: readCertificate(der) }]
    } catch (error) {
      if (error instanceof DerError) return []
      throw error
    }
  })
  const all = readable.map(({ certificate }) => certificate)
  return readable.filter(({ certificate }) => !certificate.isAuthority).map((one) => ({ ...one, issuers: chainOf(one.certificate, all) }))
}

async function problemOf(db: ReadDb, { certificate }: OnToken, now: string): Promise<TokenCertificate['problem']> {
  const { identityProblem } = await import('#main/report/signing/usable-identity.ts')
  if (db.first(readSignerByCertificate, { sha256: certificate.fingerprintSha256 })) return 'signer-exists'
  if (certificate.encoded.length > attachmentLimitBytes) return 'certificate-too-large'
  return identityProblem(certificate, new Date(now))
}

function stateOf(token: FoundToken): TokenState {
  const { certificates: _, ...state } = token
  return state
}

/** The tokens that the module sees, each with what can be said of its certificates. */
export async function readTokens(context: FeatureContext, handle: string) {
  const store = requireStore(context)
  const tokens = await listTokens(context.tokens, context.grants.pathOf(handle, 'token-module'))
  const { nameOfIssuer } = await import('#main/report/signing/usable-identity.ts')
  const { asLine, nameOfHolder } = await import('#main/report/verification/holder-name.ts')
  const describe = async (one: OnToken): Promise<TokenCertificate> => ({
    sha256: one.certificate.fingerprintSha256,
    subject: asLine(nameOfHolder(one.certificate) ?? '', 120),
    issuer: asLine(nameOfIssuer(one.certificate), 120),
    validFrom: one.certificate.notBefore.toISOString(),
    validTo: one.certificate.notAfter.toISOString(),
    problem: await problemOf(store, one, context.now()),
    issuerCount: one.issuers.length,
  })
  const found = tokens.map(async (token) => ({
    ...stateOf(token),
    certificates: await Promise.all((await ownCertificates(token)).map(describe)),
  }))
  return Promise.all(found)
}

type AddOrder = InputOf<'signers.addToken'>

/** Has the key sign a line that says what it is for; refuses unless the certificate confirms the signature. */
async function proveKey(
  context: FeatureContext,
  one: OnToken,
  { token, pin }: { readonly token: SignerToken; readonly pin: string | undefined },
) {
  const { createTokenSignBackend } = await import('#main/report/signing/token-backend.ts')
  const backend = createTokenSignBackend({
    certificateDer: one.certificate.encoded,
    chainDer: [],
    revocationListsDer: [],
    signOnToken: (content, algorithm) =>
      askForSignature(context.tokens, { kind: 'sign', ...token, algorithm, content, pin: pin === undefined ? null : Buffer.from(pin) }),
    wrongSignature: () => tokenRefusal('token-signature-wrong'),
  })
  await backend.sign(Buffer.from(`Gatehouse asks whether this key can sign. This line signs nothing. ${context.newId()}`))
}

async function findOnToken(context: FeatureContext, order: AddOrder, modulePath: string) {
  const found = requireToken(await listTokens(context.tokens, modulePath), order)
  const one = (await ownCertificates(found)).find(({ certificate }) => certificate.fingerprintSha256 === order.sha256)
  if (one === undefined) throw tokenRefusal('token-key-missing')
  return { one, token: { modulePath, serial: found.serial, label: found.label, keyId: one.keyId } }
}

function refuseProblem(problem: TokenCertificate['problem'], name: string): void {
  if (problem === 'signer-exists') throw new Refusal(problem, `The vault has this certificate already, as ${name}. Sign with that signer.`)
  if (problem !== null) throw new Refusal(problem, certificateSentences[problem])
}

/** The new signer, kept without a key. Nothing is kept unless the token proved that it has the key. */
export async function addTokenSigner(context: FeatureContext, order: AddOrder): Promise<ListedSigner> {
  const store = requireStore(context)
  const { one, token } = await findOnToken(context, order, context.grants.pathOf(order.handle, 'token-module'))
  const { certificate } = one
  const { nameOfIssuer } = await import('#main/report/signing/usable-identity.ts')
  const { asLine, takenOver } = await import('#main/report/verification/holder-name.ts')
  const { name, organization } = takenOver(certificate)
  refuseProblem(await problemOf(store, one, context.now()), name)
  const issuers = order.withIssuers ? one.issuers : []
  if (issuers.reduce((sum, issuer) => sum + issuer.length, certificate.encoded.length) > attachmentLimitBytes)
    refuseProblem('certificate-too-large', name)
  await proveKey(context, one, { token, pin: order.pin })
  const signer = Signer.parse({
    id: SignerId.parse(context.newId()),
    name,
    role: order.role,
    organization,
    certificateSerial: certificate.serial.toLowerCase(),
    certificateSha256: certificate.fingerprintSha256,
    validFrom: certificate.notBefore.toISOString(),
    validTo: certificate.notAfter.toISOString(),
  })
  const kept = { label: token.label, serial: token.serial, issuer: asLine(nameOfIssuer(certificate), 100) }
  store.write({ action: 'signers.addToken', subject: signer.id, payload: { ...signer, ...kept } }, (tx) => {
    tx.run(addSigner, { ...signer, certificate: certificate.encoded, privateKey: new Uint8Array() })
    tx.run(addSignerToken, { ...kept, signerId: signer.id, modulePath: token.modulePath, keyId: token.keyId, addedAt: context.now() })
    for (const [position, content] of issuers.entries())
      tx.run(addSignerAttachment, { signerId: signer.id, kind: 'issuer', position, content })
  })
  return listedSigner(store, signer.id)
}

function requireTokenOf(db: ReadDb, id: SignerId): SignerToken {
  const { token } = findSignerKeys(db, listedSigner(db, id).id)
  if (token === null) throw new Refusal('not-found', 'The key of that signer is in the vault, not on a token.')
  return token
}

/** How the token of a signer stands now. Refuses when it is not in any reader. */
export async function tokenState(context: FeatureContext, id: SignerId): Promise<TokenState> {
  const token = requireTokenOf(requireStore(context), id)
  return stateOf(requireToken(await listTokens(context.tokens, token.modulePath), token))
}

/** Keeps where the module is on this computer, after it showed the signer's token. */
export async function setTokenModule(
  context: FeatureContext,
  { signerId, handle }: InputOf<'signers.setTokenModule'>,
): Promise<ListedSigner> {
  const store = requireStore(context)
  const token = requireTokenOf(store, signerId)
  const modulePath = context.grants.pathOf(handle, 'token-module')
  requireToken(await listTokens(context.tokens, modulePath), token)
  store.write({ action: 'signers.setTokenModule', subject: signerId, payload: { serial: token.serial } }, (tx) =>
    tx.run(moveTokenModule, { signerId, modulePath }),
  )
  return listedSigner(store, signerId)
}
