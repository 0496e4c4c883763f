// A set-up failure that the user can act on, and the translation of system errors into such sentences.
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const repoRoot = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/u, '')

/** A failure whose message is one clear sentence with the next step; no stack trace is shown for it. */
export class SetupFault extends Error {
  constructor(message, options) {
    super(message, options)
    this.name = 'SetupFault'
  }
}

const isInside = (file, folder) => file === folder || file.startsWith(`${folder}${path.sep}`)

const placeOf = (error) => (typeof error.path === 'string' ? error.path : null)

const whereElse = (place) =>
  place !== null && isInside(place, repoRoot)
    ? "run the command as the owner of this repository's folder, or clone it to a folder you own"
    : 'set XDG_CACHE_HOME to a folder you can write, then run the command again'

const fullDisk = (what) => (error) => {
  const place = placeOf(error)
  const where = place === null ? '' : ` (while writing ${place})`
  return `${what}${where}; free about 1.5 GB, or set XDG_CACHE_HOME to a folder on a larger disk, then run the command again.`
}

const refused = (what) => (error) => {
  const place = placeOf(error)
  return `${what} ${place ?? 'a file it needs'}; change its owner or permissions, or ${whereElse(place)}.`
}

const SENTENCES = {
  ENOSPC: fullDisk('The disk is full'),
  EDQUOT: fullDisk('Your disk quota is used up'),
  EACCES: refused('Set-up has no permission to use'),
  EPERM: refused('The system refused access to'),
  EROFS: (error) => `${placeOf(error) ?? 'A folder it needs'} is on a read-only disk; ${whereElse(placeOf(error))}.`,
  ENOTDIR: (error) => `A file is in the way of the folder ${placeOf(error)}; move that file, or ${whereElse(placeOf(error))}.`,
  EEXIST: (error) => `A file is in the way of the folder ${placeOf(error)}; move that file, or ${whereElse(placeOf(error))}.`,
  EMFILE: () => 'Too many files are open; raise the limit (ulimit -n 4096) and run the command again.',
}

/** The sentence to show for any thrown value; unknown errors name GATEHOUSE_DEBUG=1 as the way to the details. */
export const sentenceFor = (error) => {
  if (error instanceof SetupFault) return error.message
  const sentence = SENTENCES[error?.code]
  if (sentence !== undefined) return sentence(error)
  const what = error instanceof Error ? error.message : 'something that is not an error was thrown.'
  return `Set-up stopped unexpectedly: ${what.split(/[\n\r]/u)[0]} Run the command again with GATEHOUSE_DEBUG=1 to see where.`
}
