// What the command line prints and how it ends.

/** Ends a command with one sentence and a non-zero exit code. */
export class CommandProblem extends Error {
  readonly exitCode: number

  constructor(sentence: string, exitCode = 2) {
    super(sentence)
    this.name = 'CommandProblem'
    this.exitCode = exitCode
  }
}

export interface Terminal {
  /** The command's answer: standard output. */
  readonly answer: (text: string) => void
  /** What is going on: standard error. */
  readonly progress: (text: string) => void
  /** Has `cleanUp` run should somebody stop the command half way; the function given back takes that back. */
  readonly onInterrupt: (cleanUp: () => void) => () => void
}
