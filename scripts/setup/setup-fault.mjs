// A set-up failure that the user can act on, and the translation of system errors into such sentences.

/** A failure whose message is one clear sentence with the next step; no stack trace is shown for it. */
export class SetupFault extends Error {
  constructor(message, options) {
    super(message, options)
    this.name = 'SetupFault'
  }
}

const placeOf = (error) => (typeof error.path === 'string' ? error.path : (error.dest ?? 'the disk'))

const SENTENCES = {
  ENOSPC: (error) =>
    `The disk is full (while writing ${placeOf(error)}); free about 1.5 GB, or set XDG_CACHE_HOME to a folder on a larger disk, then run the command again.`,
  EDQUOT: (error) =>
    `Your disk quota is used up (while writing ${placeOf(error)}); free about 1.5 GB, or set XDG_CACHE_HOME to another disk, then run the command again.`,
  EACCES: (error) =>
    `No permission to use ${placeOf(error)}; change its owner or permissions, or set XDG_CACHE_HOME to a folder you can write, then run the command again.`,
  EPERM: (error) =>
    `The system refused access to ${placeOf(error)}; change its owner or permissions, or set XDG_CACHE_HOME to a folder you can write, then run the command again.`,
  EROFS: (error) =>
    `${placeOf(error)} is on a read-only disk; set XDG_CACHE_HOME to a folder you can write, then run the command again.`,
  ENOTDIR: (error) =>
    `${placeOf(error)} should be inside a folder, but a file is in the way; move that file, or set XDG_CACHE_HOME to another folder, then run the command again.`,
  EMFILE: () => 'Too many files are open; raise the limit (ulimit -n 4096) and run the command again.',
}

/** The sentence to show for any thrown value; unknown errors name GATEHOUSE_DEBUG=1 as the way to the details. */
export const sentenceFor = (error) => {
  if (error instanceof SetupFault) return error.message
  const sentence = SENTENCES[error?.code]
  if (sentence !== undefined) return sentence(error)
  const what = error instanceof Error ? error.message : String(error)
  return `Set-up stopped unexpectedly: ${what.split('\n')[0]} Run the command again with GATEHOUSE_DEBUG=1 to see where.`
}
