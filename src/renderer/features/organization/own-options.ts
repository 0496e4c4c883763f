// What a tick in a list of options means where one option excludes all others.

/** The options after one was ticked or unticked: "none of these" takes all others out, and any other takes it out. */
export function toggledOptions(before: readonly string[], after: readonly string[], noneOption: string | undefined): string[] {
  const added = after.find((id) => !before.includes(id))
  if (noneOption === undefined || added === undefined) return [...after]
  return added === noneOption ? [noneOption] : after.filter((id) => id !== noneOption)
}
