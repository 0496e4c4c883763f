import type { AssessmentSummary } from '#shared/contract/assessments.ts'
import type { AssessmentId } from '#shared/domain/ids.ts'
import { dayText } from '#renderer/ui/numbers.ts'
import { Field } from '#renderer/ui/field.tsx'
import { profileWords, relationshipWords } from '../answer-words.ts'

interface CompareChoiceProps {
  readonly own: AssessmentSummary
  readonly others: readonly AssessmentSummary[]
  readonly chosen: AssessmentId | undefined
  readonly onChoose: (id: AssessmentId) => void
}

function titleOf({ assessment, thirdPartyName }: AssessmentSummary, isNameShown: boolean): string {
  const { relationship, profile, asOf, status } = assessment
  return `${isNameShown ? `${thirdPartyName}: ` : ''}${relationshipWords[relationship]}, ${profileWords[profile]}, ${dayText(asOf)}, ${status}`
}

/** Which assessment to compare with: the same party at another time, or another party. */
export function CompareChoice({ own, others, chosen, onChoose }: CompareChoiceProps) {
  const isSameParty = (row: AssessmentSummary) => row.assessment.thirdPartyId === own.assessment.thirdPartyId
  const groups = [
    { title: `${own.thirdPartyName}, at another time`, rows: others.filter(isSameParty), isNameShown: false },
    { title: 'Other third parties', rows: others.filter((row) => !isSameParty(row)), isNameShown: true },
  ].filter((group) => group.rows.length > 0)
  return (
    <Field label="Compare with">
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
            Choose an assessment
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
