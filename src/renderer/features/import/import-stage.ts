// How far an import is, from choosing a file to what came of it.
import type { InputOf, OutputOf } from '#shared/contract/contract.ts'
import type { MatchChoice, OpenedList } from '#shared/contract/import.ts'

export type PlanInput = InputOf<'imports.plan'>
type PlanCounts = OutputOf<'imports.plan'>
export type Written = OutputOf<'imports.step'>

export type Stage =
  | { readonly at: 'choose' }
  | { readonly at: 'columns'; readonly list: OpenedList; readonly input: PlanInput | null }
  | { readonly at: 'rows'; readonly list: OpenedList; readonly input: PlanInput; readonly counts: PlanCounts }
  | { readonly at: 'writing'; readonly written: Written | null; readonly total: number }
  | { readonly at: 'done'; readonly written: Written }

/** What to do with rows that match: by kind, and for single rows. */
export interface Choices {
  readonly byKind: InputOf<'imports.begin'>['choices']
  readonly byRow: ReadonlyMap<number, MatchChoice>
}

export const noChoices: Choices = { byKind: { lei: 'skip', registration: 'skip', name: 'skip', row: 'skip' }, byRow: new Map() }

/** What is shown first of a list: the guesses, and the usual answers for rows that say nothing. */
export function firstInput(list: OpenedList): PlanInput {
  return { importId: list.importId, fields: list.columns.map(({ guess }) => guess), relationships: ['supplier'], country: '' }
}

/** The lists and counts on other screens that an import changes. */
export const changedByImport = ['thirdParties.list', 'assessments.list', 'imports.list', 'history.list', 'history.objects'] as const
