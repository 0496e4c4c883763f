// Entries of a list that have no id of their own: found again by what they say, however the list around them changed.

/** Where `entry` stands; -1 when it is not there any more. Of two alike either will do. */
export function placeOf<Entry>(entries: readonly Entry[], entry: Entry): number {
  const said = JSON.stringify(entry)
  return entries.findIndex((one) => JSON.stringify(one) === said)
}

/** A key for each entry that stays with it while others come and go. */
export function entryKeys(entries: readonly unknown[]): string[] {
  const said = entries.map((entry) => JSON.stringify(entry))
  return said.map((one, at) => `${said.slice(0, at).filter((earlier) => earlier === one).length} ${one}`)
}

export function withoutEntry<Entry>(entries: readonly Entry[], entry: Entry): Entry[] {
  const at = placeOf(entries, entry)
  return at === -1 ? [...entries] : entries.toSpliced(at, 1)
}

/** `given` in the place of `entry`; at the end when there is no such place, so that nothing typed is lost. */
export function withEntry<Entry>(entries: readonly Entry[], entry: Entry | null, given: Entry): Entry[] {
  const at = entry === null ? -1 : placeOf(entries, entry)
  return at === -1 ? [...entries, given] : entries.with(at, given)
}
