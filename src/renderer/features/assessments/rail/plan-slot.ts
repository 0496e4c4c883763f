// Room beside each finding of the rail for what is done about it; whoever shows the questionnaire fills it.
import { createContext, type ReactNode } from 'react'
import type { FindingLine } from '#shared/contract/findings.ts'

/** What the rail knows of a finding. */
export type RailFinding = Pick<FindingLine, 'finding' | 'title' | 'firstStep' | 'domainId'>

export const PlanSlotContext = createContext<((finding: RailFinding) => ReactNode) | null>(null)
