// The groups of a recovery code, for reading aloud, writing down and checking.

/** The groups between the dashes or spaces of a code. */
export function groupsOf(code: string): string[] {
  return code.split(/[\s-]+/u).filter((group) => group !== '')
}

/** True when `typed` is the last group, whatever its case and the spaces around it. */
export function isLastGroup(code: string, typed: string): boolean {
  const last = groupsOf(code).at(-1)
  return last !== undefined && typed.trim().toLocaleUpperCase('en') === last.toLocaleUpperCase('en')
}
