import { useMemo, type ReactNode } from 'react'
import { type AssessmentId, QuestionId } from '#shared/domain/ids.ts'
import { PlanSlotContext, type RailFinding } from '#renderer/features/assessments/rail/plan-slot.ts'
import { useSession } from '#renderer/features/assessments/session/use-session.ts'
import { findingId, shortName } from '#renderer/features/findings/finding-place.ts'
import { PlanButton, type PlanStep } from '#renderer/features/findings/plan-button.tsx'
import { OwnerAndDay, PlanStateChip } from '#renderer/features/findings/plan-state.tsx'
import { useQuery } from '#renderer/bridge/use-query.ts'

/** Shows beside each finding of the rail what is done about it, and lets a person change that without leaving the questions. */
export function RailPlan({ assessmentId, children }: { readonly assessmentId: AssessmentId; readonly children: ReactNode }) {
  const query = useQuery('decision.readCase', { assessmentId })
  const session = useSession()
  const known = query.state === 'ready' ? query.value : null
  const slot = useMemo(() => {
    if (known === null) return null
    const lines = new Map(known.findings.map((line) => [findingId(line.finding), line]))
    return function showPlan(found: RailFinding) {
      // The result on the screen may know a finding that was not there when the plan was read.
      const line = lines.get(findingId(found.finding)) ?? {
        ...found,
        floor: null,
        isFloorOpen: false,
        tier: null,
        state: 'untreated' as const,
        treatment: null,
      }
      const questionId = QuestionId.safeParse(shortName(line))
      const remember = (step: PlanStep) => {
        if (questionId.success) session.rememberBeside({ kind: 'beside', what: 'plan', questionId: questionId.data, ...step })
      }
      return (
        <p className="rail-plan">
          <PlanStateChip state={line.state} />
          {line.treatment === null ? null : (
            <span>
              <OwnerAndDay line={line} today={known.today} />
            </span>
          )}
          <PlanButton assessmentId={assessmentId} line={line} {...(questionId.success ? { onStep: remember } : {})} />
        </p>
      )
    }
  }, [known, assessmentId, session])
  return <PlanSlotContext.Provider value={slot}>{children}</PlanSlotContext.Provider>
}
