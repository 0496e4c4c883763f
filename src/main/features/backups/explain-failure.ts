// Why a backup or a copy was not made, as one sentence with a next step.
import { explainWriteError } from '#main/store/explain-failure.ts'
import { VaultProblem } from '#main/store/vault-problem.ts'

/** The second place is not connected. */
export class PlaceGone extends Error {}

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : '')

/** `log` takes what is a fault of the program, and gives the id under which it stands. */
export function explainBackupFailure(error: unknown, log: (error: unknown) => string): string {
  if (error instanceof PlaceGone)
    return 'The second place is not connected. Connect it and try again; the backup in the vault’s own folder was made.'
  if (/^(ENOSPC|EDQUOT|SQLITE_FULL)$/.test(codeOf(error)))
    return 'The disk is full, so no backup was made. Free some space, then try again; everything you saved is safe.'
  if (/^(ENOENT|ENODEV|ENXIO|ENOTDIR|EIO|EACCES|EPERM|EROFS|SQLITE_(CANTOPEN|IOERR|READONLY).*)$/.test(codeOf(error)))
    return 'The backup could not be written. Check that its disk is connected and not write-protected, then try again; everything you saved is safe.'
  const explained = explainWriteError(error)
  if (explained instanceof VaultProblem) return explained.message
  return `The backup could not be made (${log(error)}). Try again; everything you saved is safe.`
}
