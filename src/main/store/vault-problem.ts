// Why a vault could not be made, opened or written, as a code and a sentence with a next step.
export type VaultProblemCode =
  | 'vault-not-found'
  | 'vault-exists'
  | 'place-not-writable'
  | 'disk-full'
  | 'wrong-secret'
  | 'keys-damaged'
  | 'database-damaged'
  | 'vault-newer'
  | 'vault-busy'
  | 'not-a-vault'
  | 'write-failed'
  | 'read-failed'

export class VaultProblem extends Error {
  readonly code: VaultProblemCode

  constructor(code: VaultProblemCode, sentence: string, options?: ErrorOptions) {
    super(sentence, options)
    this.name = 'VaultProblem'
    this.code = code
  }
}
