import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EvidenceGrade } from '#shared/domain/answer.ts'
import type { OrganizationAnswer } from '#shared/domain/organization-answer.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Changing } from '#renderer/ui/changes.tsx'
import { Field } from '#renderer/ui/field.tsx'
import { TextArea } from '#renderer/ui/text-area.tsx'
import { useUnsavedForm } from '#renderer/ui/unsaved-forms.ts'

interface OwnDetailsProps {
  readonly answer: OrganizationAnswer
  readonly isSaving: boolean
  readonly onSave: (details: Pick<OrganizationAnswer, 'note' | 'evidenceGrade'>) => unknown
}

/** What the answer rests on. It travels into assessments with the answer. */
export function OwnDetails({ answer, isSaving, onSave }: OwnDetailsProps) {
  const { t } = useTranslation('organization')
  const [note, setNote] = useState(answer.note)
  const [grade, setGrade] = useState(answer.evidenceGrade)
  const isChanged = note !== answer.note || grade !== answer.evidenceGrade
  useUnsavedForm(isChanged)
  return (
    <details className="own-help" open={answer.note !== '' || undefined}>
      <summary>{t('details')}</summary>
      <Changing>
        <div className="form own-details">
          <TextArea label={t('note')} value={note} maxLength={10_000} onChange={(event) => setNote(event.target.value)} />
          <Field label={t('evidence')}>
            {({ inputId, whyFixed }) => (
              <select
                id={inputId}
                className="input select"
                value={grade}
                disabled={whyFixed !== null}
                onChange={(event) => setGrade(EvidenceGrade.parse(event.target.value))}
              >
                {EvidenceGrade.options.map((option) => (
                  <option key={option} value={option}>
                    {t(`grades.${option}`)}
                  </option>
                ))}
              </select>
            )}
          </Field>
          {isChanged ? (
            <div className="form-actions">
              <Button changes isSmall isBusy={isSaving} onClick={() => void onSave({ note, evidenceGrade: grade })}>
                {t('saveDetails')}
              </Button>
            </div>
          ) : null}
        </div>
      </Changing>
    </details>
  )
}
