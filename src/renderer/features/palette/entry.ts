// What the palette can lead to: one line that can be found by its words, and what choosing it does.
import type { IconName } from '#renderer/ui/icon.tsx'

export const groups = ['recent', 'places', 'actions', 'thirdParties', 'assessments', 'questions', 'help'] as const
export type Group = (typeof groups)[number]

export interface Entry {
  /** Unique in the palette, and the same each time it is opened. */
  readonly id: string
  readonly group: Group
  readonly label: string
  readonly icon: IconName
  readonly detail?: string
  /** Other words it is found by. */
  readonly keywords?: string
  /** The shortcut that does the same, as it is shown. */
  readonly shortcut?: string
  /** Was found by a search of its own, so that its words need not hold what was typed. */
  readonly isFound?: boolean
  readonly run: () => void
}
