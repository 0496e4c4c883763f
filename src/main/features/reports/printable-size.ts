// Says whether the data in a stranger's report is too much to be printed again: typesetting it would hold up everything else.

const mostRows = 2_000
const mostEntries = 20_000
const mostCharacters = 4 * 1024 * 1024

function listLengths(value: unknown): number[] {
  if (typeof value !== 'object' || value === null) return []
  return [...(Array.isArray(value) ? [value.length] : []), ...Object.values(value).flatMap(listLengths)]
}

/** Whether any list in it has more than 2,000 rows, all together have more than 20,000, or its JSON has more than 4 Mi characters. */
export function isTooLargeToPrint(document: object): boolean {
  if (JSON.stringify(document).length > mostCharacters) return true
  const lengths = listLengths(document)
  return lengths.some((length) => length > mostRows) || lengths.reduce((sum, length) => sum + length, 0) > mostEntries
}
