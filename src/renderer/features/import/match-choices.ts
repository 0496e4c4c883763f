// What can be done with a row that is there already.
import { MatchChoice, type MatchKind } from '#shared/contract/import.ts'

/** An earlier row of the same list is not in the vault yet, so it cannot be brought up to date. */
export function choicesOf(kind: MatchKind): readonly MatchChoice[] {
  return kind === 'row' ? ['skip', 'add'] : MatchChoice.options
}
