// Three-valued logic (Kleene): what an answer says, when it may not have been given yet.

/** 0 no, 1 maybe, 2 yes. The order is the logic: `and` takes the lowest, `or` the highest. */
export type Truth = 0 | 1 | 2

export const no: Truth = 0
export const maybe: Truth = 1
export const yes: Truth = 2

export function truthOf(isTrue: boolean): Truth {
  return isTrue ? yes : no
}

export function and(left: Truth, right: Truth): Truth {
  return left < right ? left : right
}

export function or(left: Truth, right: Truth): Truth {
  return left > right ? left : right
}

export function not(truth: Truth): Truth {
  if (truth === maybe) return maybe
  return truth === yes ? no : yes
}
