// Says what findings are in words of their pack, of their author or of the decision, with how pressing they are and what is done about them.
import type { FindingLine } from '#shared/contract/findings.ts'
import type { Assessment } from '#shared/domain/assessment.ts'
import type { ManualFinding } from '#shared/domain/manual-finding.ts'
import type { Pack } from '#shared/domain/pack.ts'
import { tiers } from '#shared/domain/tier.ts'
import { findingKey, findingOf, planStateOf, type TreatedFinding } from '#shared/domain/treatment.ts'
import type { Result } from '#shared/scoring/result.ts'
import type { ReadDb } from '#main/store/database.ts'
import { listManualFindings, listTreatments } from './findings.ts'
import { type OpenFindingRow, rowsFound, urgencyWeight } from './open-findings.ts'

/** The question, the reason of the rule, the title or the condition; the id when the pack does not have it. */
export function titleOf(finding: TreatedFinding, pack: Pack | undefined, manualTitle: string | null): string {
  switch (finding.kind) {
    case 'question':
      return pack?.questions.find(({ id }) => id === finding.questionId)?.text ?? finding.questionId
    case 'rule':
      if (finding.ruleId === 'screening') return 'Screening against lists found somebody who may be listed.'
      return pack?.combinations.find(({ id }) => id === finding.ruleId)?.reason ?? finding.ruleId
    case 'manual':
      return manualTitle ?? ''
    case 'condition':
      return finding.condition
  }
}

/** What to do first: of a question by its pack, of one's own by its author; empty where nobody says. */
export function firstStepOf(finding: TreatedFinding, pack: Pack | undefined, manualStep: string | null): string {
  if (finding.kind === 'manual') return manualStep ?? ''
  if (finding.kind !== 'question') return ''
  return pack?.questions.find(({ id }) => id === finding.questionId)?.help.firstStep ?? ''
}

const floors = [null, 'high', 'stop'] as const

/** What the millions of a row's weight say when its floor is open: 3 of a STOP, 1 of a High floor. */
const openUrgencies: ReadonlySet<number> = new Set([1, 3])

/** How a row of `open_finding` tells its floor, whether that is open, and its tier. */
export function pressureOf(row: Pick<OpenFindingRow, 'floor' | 'tier' | 'weight'>): Pick<FindingLine, 'floor' | 'isFloorOpen' | 'tier'> {
  const isFloorOpen = openUrgencies.has(Math.floor(row.weight / urgencyWeight))
  return { floor: floors[row.floor] ?? null, isFloorOpen, tier: tiers[row.tier - 1] ?? null }
}

interface Case {
  readonly assessment: Assessment
  readonly pack: Pack
  readonly result: Result
  readonly today: string
}

function lineOf(finding: TreatedFinding, { pack }: Case, own: ManualFinding | undefined) {
  return { finding, title: titleOf(finding, pack, own?.title ?? null), firstStep: firstStepOf(finding, pack, own?.firstStep ?? null) }
}

/** Everything an assessment found, the most pressing first: blank questions and open rules too, because signing counts them. */
export function findingLines(db: ReadDb, known: Case): FindingLine[] {
  const { assessment, result, today } = known
  const manual = new Map(listManualFindings(db, assessment.id).map((one) => [String(one.id), one]))
  const nameOf = (finding: TreatedFinding) => `${finding.kind} ${findingKey(finding)}`
  const planned = new Map(listTreatments(db, assessment).map((treatment) => [nameOf(treatment.finding), treatment]))
  return rowsFound(db, assessment, result)
    .toSorted((one, two) => two.weight - one.weight)
    .map((row) => {
      const finding = findingOf(row.kind, row.key)
      const treatment = planned.get(nameOf(finding)) ?? null
      const { domainId } = row
      return {
        ...lineOf(finding, known, manual.get(row.key)),
        domainId,
        ...pressureOf(row),
        state: planStateOf(treatment, today),
        treatment,
      }
    })
}
