// What is past the day by which somebody should have looked again.
import type { Pack } from '../domain/pack.ts'
import { citingParts, referenceFiles, rowsOf, type ReferenceData } from './reference-data.ts'

/** Anything with a day by which it is to be checked. */
export interface DatedItem {
  /** The file or pack it stands in, such as `country-lists.yaml`. */
  readonly where: string
  readonly kind: 'source' | 'row' | 'open-check'
  readonly id: string
  readonly title: string
  readonly verifyBy: string
}

/** Every source, row and open check of the reference data. */
export function datedItemsOf(reference: ReferenceData): DatedItem[] {
  return [
    ...reference.openChecks.checks.map(({ id, question, verifyBy }) => ({
      where: referenceFiles.openChecks,
      kind: 'open-check' as const,
      id,
      title: question,
      verifyBy,
    })),
    ...citingParts.flatMap((part) =>
      reference[part].sources.map(({ id, title, verifyBy }) => ({
        where: referenceFiles[part],
        kind: 'source' as const,
        id,
        title,
        verifyBy,
      })),
    ),
    ...rowsOf(reference).map(({ part, id, title, verifyBy }) => ({
      where: referenceFiles[part],
      kind: 'row' as const,
      id,
      title,
      verifyBy,
    })),
  ]
}

/** The sources of a question pack. */
export function datedItemsOfPack(pack: Pack): DatedItem[] {
  return pack.sources.map(({ id, title, verifyBy }) => ({ where: `pack ${pack.id}`, kind: 'source', id, title, verifyBy }))
}

/** The items whose day has passed, the longest overdue first; on the day itself nothing is overdue. */
export function overdueOn(items: readonly DatedItem[], day: string): DatedItem[] {
  return items.filter((item) => item.verifyBy < day).toSorted((a, b) => a.verifyBy.localeCompare(b.verifyBy) || a.id.localeCompare(b.id))
}
