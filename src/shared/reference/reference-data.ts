// The reference data as a whole: one schema over its files, and the rows of all of them in one form.
import { z } from 'zod'
import { CompelledAccessLaws } from './compelled-access-laws.ts'
import { CountryLists } from './country-lists.ts'
import { DataKindId, DataThresholds } from './data-thresholds.ts'
import { OpenChecks } from './open-checks.ts'
import type { RuleStatus } from '../domain/rule-terms.ts'
import type { Basis } from './row.ts'
import { ScreeningLists } from './screening-lists.ts'

export const ReferenceData = z.strictObject({
  countryLists: CountryLists,
  compelledAccessLaws: CompelledAccessLaws,
  dataThresholds: DataThresholds,
  screeningLists: ScreeningLists,
  openChecks: OpenChecks,
})
export type ReferenceData = z.infer<typeof ReferenceData>

export type ReferencePart = keyof ReferenceData

/** The parts that cite sources. */
export const citingParts = ['countryLists', 'compelledAccessLaws', 'dataThresholds', 'screeningLists'] as const

/** The name of each part's file under `resources/reference`. */
export const referenceFiles: Readonly<Record<ReferencePart, string>> = {
  countryLists: 'country-lists.yaml',
  compelledAccessLaws: 'compelled-access-laws.yaml',
  dataThresholds: 'data-thresholds.yaml',
  screeningLists: 'screening-lists.yaml',
  openChecks: 'open-checks.yaml',
}

/** A row of any file, with only what all rows have. */
export interface Row {
  readonly part: (typeof citingParts)[number]
  /** The list it stands in, such as `lists` or `consolidated.lists`. */
  readonly place: string
  readonly id: string
  readonly title: string
  readonly verifyBy: string
  readonly sources: readonly string[]
  /** Each status of the row with its note: its own, and that of a test within it. */
  readonly statuses: readonly { readonly status: RuleStatus; readonly statusNote?: string | undefined }[]
  readonly basis?: Basis
}

/** Every row that cites sources, file by file in the order of the files. */
export function rowsOf(reference: ReferenceData): Row[] {
  const { countryLists, compelledAccessLaws, dataThresholds, screeningLists } = reference
  const { consolidated, outside } = screeningLists
  return [
    ...countryLists.lists.map((list) => ({ ...list, part: 'countryLists' as const, place: 'lists', statuses: [list] })),
    ...compelledAccessLaws.laws.map((law) => ({ ...law, part: 'compelledAccessLaws' as const, place: 'laws', statuses: [law] })),
    ...DataKindId.options.map((kind) => ({
      ...dataThresholds.kinds[kind],
      part: 'dataThresholds' as const,
      place: 'kinds',
      statuses: [],
    })),
    ...dataThresholds.rules.map((rule) => ({
      ...rule,
      part: 'dataThresholds' as const,
      place: 'rules',
      title: rule.section,
      statuses: [rule],
    })),
    { ...consolidated, part: 'screeningLists' as const, place: 'consolidated', statuses: [] },
    ...consolidated.lists.map((list) => ({
      ...list,
      part: 'screeningLists' as const,
      place: 'consolidated.lists',
      statuses: [list, list.ownershipTest],
    })),
    ...outside.map((list) => ({
      ...list,
      part: 'screeningLists' as const,
      place: 'outside',
      statuses: [list, list.ownershipTest],
    })),
  ]
}
