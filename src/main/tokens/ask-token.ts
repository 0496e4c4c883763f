// Asks a token for something and turns what goes wrong into a refusal with a next step.
import { Refusal } from '#shared/contract/refusal.ts'
import type { TokenFault } from '#shared/contract/tokens.ts'
import type { TokenDesk } from './token-desk.ts'
import type { FoundToken, TokenJob } from './token-job.ts'

const sentences: Readonly<Record<TokenFault, string>> = {
  'tokens-unavailable': 'Smart cards and tokens cannot be used here. Sign with another signer, or in the app’s window.',
  'token-module-unknown': 'This computer was not told yet where the module of that token is. Choose the module under Settings, Signers.',
  'token-module-missing':
    'The module of that token is not where it was. Install the software of its maker again, or choose the module anew.',
  'token-module-unusable':
    'That file is not a PKCS#11 module that works on this computer. Choose another file, or install the newest version.',
  'token-module-failed': 'The module of that token failed or answered nonsense. Take the token out, put it in again, and try once more.',
  'token-time-out': 'The token did not answer in time, so it was given up. Take it out, put it in again, and try once more.',
  'token-cancelled': 'It was cancelled before the token answered. Nothing was signed.',
  'token-absent': 'There is no token in any reader. Put it in, wait until its light is steady, and try again.',
  'token-other': 'Another token is in the reader. Put in the one that belongs to this signer, and try again.',
  'token-removed': 'The token was taken out before it had signed. Put it in again, and sign anew.',
  'token-not-ready': 'That token is not set up yet: it is empty, or has no PIN. Set it up with the software of its maker.',
  'token-pin-needed': 'The token wants its PIN. Type it and try again.',
  'token-pin-wrong': 'That PIN is wrong. Type it again with care: the token counts wrong ones and locks itself.',
  'token-pin-few': 'That PIN is wrong, and the token has few tries left. Make sure of the PIN before you try again.',
  'token-pin-final': 'That PIN is wrong, and one try is left. Stop, and find the right PIN: one more wrong one locks the token.',
  'token-pin-locked':
    'The PIN of that token is locked. Unlock it with its unlocking code (PUK) in the software of its maker, or ask its issuer.',
  'token-pin-unusable':
    'The token does not take that PIN: it is too short, too long, or has to be changed first. Look in the software of its maker.',
  'token-key-missing': 'The key of that signer is not on the token any more. Add the signer anew from the certificate that is on it now.',
  'token-key-refused':
    'The token does not let that key sign in a way that reports need. Ask its issuer for a certificate made for signing.',
  'token-signature-wrong':
    'What the token gave is not a signature of its certificate, so nothing was kept. Its key and certificate do not belong together, or its module is faulty.',
}

export function tokenRefusal(code: TokenFault): Refusal {
  return new Refusal(code, sentences[code])
}

type Asker = Pick<TokenDesk, 'run'>

/** The tokens that the module sees. Refuses with what went wrong. */
export async function listTokens(desk: Asker, modulePath: string): Promise<readonly FoundToken[]> {
  const answer = await desk.run({ kind: 'list', modulePath })
  if (answer.kind === 'fault') throw tokenRefusal(answer.code)
  return answer.kind === 'tokens' ? answer.tokens : []
}

/** The value as the token gives it. Refuses with what went wrong. */
export async function askForSignature(desk: Asker, job: Extract<TokenJob, { kind: 'sign' }>): Promise<Uint8Array> {
  const answer = await desk.run(job)
  if (answer.kind === 'signature') return answer.value
  throw tokenRefusal(answer.kind === 'fault' ? answer.code : 'token-module-failed')
}

/**
 * The token with this serial number and name: a card with several PINs shows itself as several tokens with one number.
 * Refuses when there is none, or another one.
 */
export function requireToken(tokens: readonly FoundToken[], { serial, label }: Pick<FoundToken, 'serial' | 'label'>): FoundToken {
  const found = tokens.find((token) => token.serial === serial && token.label === label)
  if (found) return found
  throw tokenRefusal(tokens.some((token) => token.isReady) ? 'token-other' : 'token-absent')
}

/** A desk for places where no process can be started. */
export const noTokens: Asker = { run: () => Promise.resolve({ kind: 'fault', code: 'tokens-unavailable' }) }
