import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FindingLine } from '#shared/contract/findings.ts'
import type { AssessmentId } from '#shared/domain/ids.ts'
import type { Treatment } from '#shared/domain/treatment.ts'
import { useCommand } from '#renderer/bridge/use-command.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { shortName } from './finding-place.ts'
import { TreatmentDialog } from './treatment-dialog.tsx'

/** A change of one plan, to take back or do again; each says whether the vault did it. */
export interface PlanStep {
  readonly undo: () => Promise<boolean>
  readonly redo: () => Promise<boolean>
}

interface PlanButtonProps {
  readonly assessmentId: AssessmentId
  readonly line: FindingLine
  /** Remembers a change where others are remembered, too; absent where the way back stands beside the button. */
  readonly onStep?: (step: PlanStep) => void
}

const shownBy = ['decision.readCase', 'findings.list', 'findings.choices', 'home.read'] as const

/** Opens what is done about one finding, and takes the last change of it back. */
export function PlanButton({ assessmentId, line, onStep }: PlanButtonProps) {
  const { t } = useTranslation('findings')
  const [isOpen, setIsOpen] = useState(false)
  const [last, setLast] = useState<(PlanStep & { readonly isUndone: boolean }) | null>(null)
  const restore = useCommand('treatments.restore', shownBy)
  const isNew = line.treatment === null
  const { finding } = line
  const changed = (now: Treatment | null) => {
    const put = async (treatment: Treatment | null) => (await restore.run({ before: [{ assessmentId, finding, treatment }] })).ok
    const step = { undo: () => put(line.treatment), redo: () => put(now) }
    if (onStep === undefined) setLast({ ...step, isUndone: false })
    else onStep(step)
  }
  const back = async () => {
    if (last === null) return
    if (await (last.isUndone ? last.redo() : last.undo())) setLast({ ...last, isUndone: !last.isUndone })
  }
  return (
    <>
      <Button
        changes
        isSmall
        aria-label={t(isNew ? 'plan.treatOne' : 'plan.editOne', { finding: shortName(line) })}
        onClick={() => setIsOpen(true)}
      >
        {t(isNew ? 'plan.treat' : 'plan.edit')}
      </Button>
      {last === null ? null : (
        <Button
          changes
          look="quiet"
          isSmall
          isBusy={restore.isRunning}
          aria-label={t(last.isUndone ? 'plan.redoOne' : 'plan.undoOne', { finding: shortName(line) })}
          onClick={() => void back()}
        >
          {t(last.isUndone ? 'plan.redo' : 'plan.undo')}
        </Button>
      )}
      {restore.fault === null ? null : <Refusal words={wordsFor(restore.fault)} />}
      {isOpen ? <TreatmentDialog assessmentId={assessmentId} line={line} onClose={() => setIsOpen(false)} onChanged={changed} /> : null}
    </>
  )
}
