// Signers of this vault, and certificates of others that are known here.
import { type EngineHandlers, type FeatureContext, requireStore } from '../feature-context.ts'
import { readSigners } from '#main/records/signer.ts'
import { addRevocationList } from './add-revocation-list.ts'
import { saveSignerCopy } from './certificate-copy.ts'
import { createSigner } from './create-signer.ts'
import { importSigner } from './import-signer.ts'
import { addKnown, inspectCertificate, listKnown, removeKnown } from './known-certificates.ts'
import { addTokenSigner, readTokens, setTokenModule, tokenState } from './token-signers.ts'

type SignerHandlers = Pick<
  EngineHandlers,
  | 'signers.list'
  | 'signers.create'
  | 'signers.import'
  | 'signers.addRevocationList'
  | 'signers.saveCopy'
  | 'signers.known'
  | 'signers.inspectCertificate'
  | 'signers.addKnown'
  | 'signers.removeKnown'
  | 'signers.readTokens'
  | 'signers.addToken'
  | 'signers.tokenState'
  | 'signers.setTokenModule'
>

export function signerHandlers(context: FeatureContext): SignerHandlers {
  return {
    'signers.list': () => ({ signers: requireStore(context).all(readSigners) }),
    'signers.create': async (details) => ({ signer: await createSigner(context, details) }),
    'signers.import': async (order) => ({ signer: await importSigner(context, order) }),
    'signers.addRevocationList': async (order) => ({ signer: await addRevocationList(context, order) }),
    'signers.saveCopy': (order) => ({ sizeBytes: saveSignerCopy(context, order) }),
    'signers.known': async () => ({ certificates: await listKnown(requireStore(context)) }),
    'signers.inspectCertificate': async ({ handle }) => ({ certificate: await inspectCertificate(context, handle) }),
    'signers.addKnown': async (order) => ({ certificates: await addKnown(context, order) }),
    'signers.removeKnown': async ({ sha256 }) => ({ certificates: await removeKnown(context, sha256) }),
    'signers.readTokens': async ({ handle }) => ({ tokens: await readTokens(context, handle) }),
    'signers.addToken': async (order) => ({ signer: await addTokenSigner(context, order) }),
    'signers.tokenState': async ({ signerId }) => ({ token: await tokenState(context, signerId) }),
    'signers.setTokenModule': async (order) => ({ signer: await setTokenModule(context, order) }),
  }
}
