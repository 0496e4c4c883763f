// How hard a passphrase is to guess for somebody who holds a copy of the vault. Loaded only when a vault is made.
import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { adjacencyGraphs, dictionary as common } from '@zxcvbn-ts/language-common'
import { dictionary as english } from '@zxcvbn-ts/language-en'

const estimator = new ZxcvbnFactory({ dictionary: { ...common, ...english }, graphs: adjacencyGraphs })

/** Guesses, as a power of ten, that an attacker with word lists needs on average. */
export function guessesLog10(passphrase: string): number {
  // The estimator's cost grows with length, and beyond 100 characters nothing changes in its verdict.
  return estimator.check(passphrase.slice(0, 100)).guessesLog10
}
