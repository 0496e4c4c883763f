import { useTranslation } from 'react-i18next'
import type { AssessmentSummary } from '#shared/contract/assessments.ts'
import type { AssessmentId } from '#shared/domain/ids.ts'
import { wordsIn } from '#renderer/i18n/words.ts'
import { dayText } from '#renderer/ui/numbers.ts'
import { Field } from '#renderer/ui/field.tsx'
import { kindWords } from '../answer-words.ts'

interface CompareChoiceProps {
  readonly own: AssessmentSummary
  readonly others: readonly AssessmentSummary[]
  readonly chosen: AssessmentId | undefined
  readonly onChoose: (id: AssessmentId) => void
}

function titleOf({ assessment, thirdPartyName }: AssessmentSummary, isNameShown: boolean): string {
  const { asOf, status } = assessment
  const values = { kind: kindWords(assessment), day: dayText(asOf), status: wordsIn('terms')(`status.${status}`) }
  const t = wordsIn('compare')
  return isNameShown ? t('choice.rowOf', { ...values, name: thirdPartyName }) : t('choice.row', values)
}

/** Which assessment to compare with: the same party at another time, or another party. */
export function CompareChoice({ own, others, chosen, onChoose }: CompareChoiceProps) {
  const { t } = useTranslation('compare')
  const isSameParty = (row: AssessmentSummary) => row.assessment.thirdPartyId === own.assessment.thirdPartyId
  const groups = [
    { title: t('choice.same', { name: own.thirdPartyName }), rows: others.filter(isSameParty), isNameShown: false },
    { title: t('choice.others'), rows: others.filter((row) => !isSameParty(row)), isNameShown: true },
  ].filter((group) => group.rows.length > 0)
  return (
    <Field label={t('choice.label')}>
      {({ inputId }) => (
        <select
          id={inputId}
          className="input compare-choice"
          value={chosen ?? ''}
          onChange={(event) => {
            const row = others.find((one) => one.assessment.id === event.target.value)
            if (row !== undefined) onChoose(row.assessment.id)
          }}
        >
          <option value="" disabled>
            {t('choice.none')}
          </option>
          {groups.map((group) => (
            <optgroup key={group.title} label={group.title}>
              {group.rows.map((row) => (
                <option key={row.assessment.id} value={row.assessment.id}>
                  {titleOf(row, group.isNameShown)}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      )}
    </Field>
  )
}
