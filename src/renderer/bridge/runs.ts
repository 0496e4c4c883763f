// Carries something out once at a time, and once for a double click.

/**
 * A run with the input of the one under way waits for that one and resolves to its outcome; one with another input begins after it.
 * `onIdle` is called when none is left.
 */
export function createRuns<Input, Outcome>(
  perform: (input: Input) => Promise<Outcome>,
  onIdle: () => void,
): (input: Input) => Promise<Outcome> {
  let last: { readonly asked: string; readonly outcome: Promise<Outcome> } | null = null
  return async (input) => {
    const asked = JSON.stringify(input)
    if (last?.asked === asked) return last.outcome
    const begin = () => perform(input)
    const mine = { asked, outcome: last === null ? begin() : last.outcome.then(begin, begin) }
    last = mine
    try {
      return await mine.outcome
    } finally {
      if (last === mine) {
        last = null
        onIdle()
      }
    }
  }
}
