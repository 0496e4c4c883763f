// How a token's job ends early, and what the numbers mean that a module answers with.
import type { TokenFault } from '#shared/contract/tokens.ts'

/** Thrown where a job cannot go on; carries the reason a person is told. */
export class TokenStop extends Error {
  readonly code: TokenFault

  constructor(code: TokenFault) {
    super(`The token's work ended: ${code}.`)
    this.name = 'TokenStop'
    this.code = code
  }
}

/** Return values with a meaning of their own here. Source: OASIS PKCS#11 3.1, section 5.1 and its header file. */
export const RV = {
  ok: 0x0,
  pinIncorrect: 0xa0,
  alreadyLoggedIn: 0x100,
  notLoggedIn: 0x101,
  alreadyInitialized: 0x191,
} as const

const FAULTS: ReadonlyMap<number, TokenFault> = new Map([
  [0x1, 'token-cancelled'],
  [0x3, 'token-removed'],
  [0x32, 'token-removed'],
  [0x50, 'token-cancelled'],
  [0x60, 'token-key-missing'],
  [0x63, 'token-key-refused'],
  [0x68, 'token-key-refused'],
  [0x70, 'token-key-refused'],
  [0x71, 'token-key-refused'],
  [0x82, 'token-key-missing'],
  [RV.pinIncorrect, 'token-pin-wrong'],
  [0xa1, 'token-pin-unusable'],
  [0xa2, 'token-pin-unusable'],
  [0xa3, 'token-pin-unusable'],
  [0xa4, 'token-pin-locked'],
  [0xb3, 'token-removed'],
  [0xe0, 'token-removed'],
  [0xe1, 'token-not-ready'],
  [RV.notLoggedIn, 'token-pin-needed'],
  [0x102, 'token-not-ready'],
] as const)

/** Why a module's call failed, by the number that it returned. */
export function faultOf(returned: number): TokenFault {
  return FAULTS.get(returned) ?? 'token-module-failed'
}
