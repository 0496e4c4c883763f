import { useTranslation } from 'react-i18next'
import { EvidenceGrade } from '#shared/domain/answer.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Changing } from '#renderer/ui/changes.tsx'
import { Field } from '#renderer/ui/field.tsx'
import { TextArea } from '#renderer/ui/text-area.tsx'
import type { useOwnAnswer } from './use-own-answer.ts'

interface OwnDetailsProps {
  /** True when there is something to read from the start. */
  readonly isOpen: boolean
  readonly onScreen: Pick<ReturnType<typeof useOwnAnswer>, 'details' | 'isChanged' | 'setDetails' | 'saveDetails' | 'isSaving'>
}

/** What the answer rests on. It travels into assessments with the answer. */
export function OwnDetails({ isOpen, onScreen }: OwnDetailsProps) {
  const { t } = useTranslation('organization')
  const { details, isChanged, setDetails, saveDetails, isSaving } = onScreen
  return (
    <details className="own-help" open={isOpen || undefined}>
      <summary>{t('details')}</summary>
      <Changing>
        <div className="form own-details">
          <TextArea
            label={t('note')}
            value={details.note}
            maxLength={10_000}
            onChange={(event) => setDetails({ note: event.target.value })}
          />
          <Field label={t('evidence')}>
            {({ inputId, whyFixed }) => (
              <select
                id={inputId}
                className="input select"
                value={details.evidenceGrade}
                disabled={whyFixed !== null}
                onChange={(event) => setDetails({ evidenceGrade: EvidenceGrade.parse(event.target.value) })}
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
              <Button changes isSmall isBusy={isSaving} onClick={saveDetails}>
                {t('saveDetails')}
              </Button>
            </div>
          ) : null}
        </div>
      </Changing>
    </details>
  )
}
