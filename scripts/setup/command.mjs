// Runs one of the two commands and turns whatever goes wrong into one sentence and an exit code.
import { say } from './progress.mjs'
import { sentenceFor } from './setup-fault.mjs'

const details = (error) => {
  const cause = error?.cause === undefined ? '' : `\n${error.cause?.stack ?? error.cause}`
  return `${error?.stack ?? error}${cause}`
}

/** Runs `main` and exits with the code it returns; on a failure prints one sentence (the stack only with GATEHOUSE_DEBUG=1) and exits with 1. */
export const runCommand = async (main) => {
  try {
    process.exitCode = await main()
  } catch (error) {
    if (process.env.GATEHOUSE_DEBUG === '1') process.stderr.write(`${details(error)}\n`)
    say(sentenceFor(error))
    process.exitCode = 1
  }
}
