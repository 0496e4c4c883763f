// What was chosen in the palette last. It stays in this page's memory: what is in a vault is never written outside it.

const limit = 5
let recent: readonly string[] = []

/** Notes a choice as the newest. */
export function noteChoice(id: string): void {
  recent = [id, ...recent.filter((other) => other !== id)].slice(0, limit)
}

/** The ids of the last five different choices, the newest first. */
export function recentChoices(): readonly string[] {
  return recent
}
