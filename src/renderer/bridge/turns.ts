// Does things one after the other, however fast they are asked for.

/** Runs a step after all the steps before it have ended, well or badly; resolves to what it resolves to. */
export type InTurn = <Outcome>(step: () => Promise<Outcome>) => Promise<Outcome>

/** A line with nobody in it. */
export function createTurns(): InTurn {
  let last: Promise<unknown> = Promise.resolve()
  return (step) => {
    const mine = last.then(step)
    last = mine.catch(() => undefined)
    return mine
  }
}
