// A queue of work: each piece begins when the one before it has ended, however it ended.

/** Runs `work` when everything given before it is done; its result or failure goes to its own caller only. */
export type InTurn = <Value>(work: () => Promise<Value>) => Promise<Value>

export function createInTurn(): InTurn {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const next = last.then(work)
    last = next.catch(() => undefined)
    return next
  }
}
