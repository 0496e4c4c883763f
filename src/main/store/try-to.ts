// For what is good to do but no reason to fail.

/** Runs `work`; false when it failed. */
export function tryTo(work: () => void): boolean {
  try {
    work()
    return true
  } catch {
    return false
  }
}
