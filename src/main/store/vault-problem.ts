// Why a vault could not be made, opened or written, as a code and a sentence with a next step.
export type VaultProblemCode =
  | 'vault-not-found'
  | 'vault-exists'
  | 'place-not-writable'
  | 'disk-full'
  | 'wrong-secret'
  | 'keys-damaged'
  | 'keys-changed'
  | 'key-file-needed'
  | 'key-file-wrong'
  | 'key-file-damaged'
  | 'key-file-missing'
  | 'key-file-in-vault'
  | 'file-exists'
  | 'device-forgotten'
  | 'key-change-unfinished'
  | 'way-unknown'
  | 'last-way'
  | 'too-many-ways'
  | 'database-damaged'
  | 'vault-newer'
  | 'vault-busy'
  | 'not-a-vault'
  | 'is-backup'
  | 'write-failed'
  | 'read-failed'
  | 'backup-damaged'
  | 'nothing-readable'

export class VaultProblem extends Error {
  readonly code: VaultProblemCode

  constructor(code: VaultProblemCode, sentence: string, options?: ErrorOptions) {
    super(sentence, options)
    this.name = 'VaultProblem'
    this.code = code
  }
}
