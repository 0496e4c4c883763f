import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FindingLine } from '#shared/contract/findings.ts'
import type { AssessmentId } from '#shared/domain/ids.ts'
import { Button } from '#renderer/ui/button.tsx'
import { shortName } from './finding-place.ts'
import { TreatmentDialog } from './treatment-dialog.tsx'

/** Opens what is done about one finding. */
export function PlanButton({ assessmentId, line }: { readonly assessmentId: AssessmentId; readonly line: FindingLine }) {
  const { t } = useTranslation('findings')
  const [isOpen, setIsOpen] = useState(false)
  const isNew = line.treatment === null
  return (
    <>
      <Button
        isSmall
        aria-label={t(isNew ? 'plan.treatOne' : 'plan.editOne', { finding: shortName(line) })}
        onClick={() => setIsOpen(true)}
      >
        {t(isNew ? 'plan.treat' : 'plan.edit')}
      </Button>
      {isOpen ? <TreatmentDialog assessmentId={assessmentId} line={line} onClose={() => setIsOpen(false)} /> : null}
    </>
  )
}
