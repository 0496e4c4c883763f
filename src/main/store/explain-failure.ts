// What SQLite or the file system said, as a problem with a next step.
import { readPresence } from './presence.ts'
import { VaultProblem } from './vault-problem.ts'

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : '')

const fullCodes = new Set(['ENOSPC', 'EDQUOT', 'SQLITE_FULL'])
const forbiddenCodes = /^(EACCES|EPERM|EROFS|ENOTDIR|EIO|SQLITE_(CANTOPEN|READONLY|IOERR).*)$/
const damagedCodes = /^SQLITE_(CORRUPT|NOTADB)/
const unreadableCodes = /^(EIO|SQLITE_(IOERR|CANTOPEN).*)$/

const damaged = (error: unknown) =>
  new VaultProblem(
    'database-damaged',
    'The database of this vault is damaged. Nothing was changed. Open the newest backup of the vault, and keep this folder as it is.',
    { cause: error },
  )

const unreadable = (error: unknown) =>
  new VaultProblem(
    'read-failed',
    'The vault could not be read. Connect its disk again, then lock the vault and open it; everything shown as saved is on that disk.',
    { cause: error },
  )

/** Why a vault could not be made at a place; what is neither the disk's nor the place's doing comes back as it is. */
export function explainCreateError(error: unknown): unknown {
  const code = codeOf(error)
  const cause = { cause: error }
  if (fullCodes.has(code) || code === 'disk-full')
    return new VaultProblem('disk-full', 'The disk is full. Free some space and try again; nothing was changed.', cause)
  if (code === 'ENAMETOOLONG')
    return new VaultProblem('place-not-writable', 'That name is too long for this disk. Choose a shorter one.', cause)
  if (code === 'ENOENT')
    return new VaultProblem(
      'place-not-writable',
      'The folder in which the vault should stand is not there. Connect its disk or choose another folder.',
      cause,
    )
  if (code === 'EEXIST' || code === 'ENOTEMPTY')
    return new VaultProblem(
      'vault-exists',
      'There is already something at that place. Choose another name; nothing was overwritten.',
      cause,
    )
  if (forbiddenCodes.test(code) || code === 'write-failed')
    return new VaultProblem(
      'place-not-writable',
      'Gatehouse may not write there. Choose a folder of your own on a disk that is not write-protected.',
      cause,
    )
  return error
}

/** Why the vault in `directory` could not be opened; a fault of the program comes back as it is. */
export function explainOpenError(error: unknown, directory: string): unknown {
  const code = codeOf(error)
  const cause = { cause: error }
  if (fullCodes.has(code))
    return new VaultProblem('disk-full', 'The disk is full. Free some space and try again; nothing was changed.', cause)
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    const holder = readPresence(directory)
    const who = holder ? ` on ${holder.host} since ${holder.openedAt.slice(0, 16).replace('T', ' ')} UTC` : ''
    return new VaultProblem('vault-busy', `This vault is already open${who}. Close it there, then try again.`, cause)
  }
  if (damagedCodes.test(code) || code.startsWith('SQLITE_IOERR')) return damaged(error)
  if (forbiddenCodes.test(code) || code === 'ENAMETOOLONG')
    return new VaultProblem(
      'place-not-writable',
      'Gatehouse may not read or write this vault as its disk or folder stands. Check its permissions, or copy the vault folder to a folder of your own.',
      cause,
    )
  return error
}

/** Why something could not be read from an open vault; a fault of the program comes back as it is. */
export function explainReadError(error: unknown): unknown {
  const code = codeOf(error)
  if (damagedCodes.test(code)) return damaged(error)
  return unreadableCodes.test(code) ? unreadable(error) : error
}

/** Why a change to an open vault was not saved; a fault of the program comes back as it is. */
export function explainWriteError(error: unknown): unknown {
  const code = codeOf(error)
  const cause = { cause: error }
  if (fullCodes.has(code)) {
    return new VaultProblem(
      'disk-full',
      'The disk is full, so this was not saved. Free some space, then save again; what you typed is still on screen.',
      cause,
    )
  }
  if (damagedCodes.test(code)) return damaged(error)
  if (/^(EIO|EACCES|EPERM|ENODEV|ENXIO|ESTALE|SQLITE_(IOERR|READONLY|CANTOPEN|BUSY).*)$/.test(code)) {
    return new VaultProblem(
      'write-failed',
      'The vault could not be written, so this was not saved. Check that its disk is connected and not write-protected, then save again.',
      cause,
    )
  }
  return error
}
