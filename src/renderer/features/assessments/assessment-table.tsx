import type { AssessmentSummary } from '#shared/contract/assessments.ts'
import type { AssessmentId } from '#shared/domain/ids.ts'
import { Button } from '#renderer/ui/button.tsx'
import { dayText } from '#renderer/ui/numbers.ts'
import { Progress } from '#renderer/ui/progress.tsx'
import { TierRangeBadge } from '#renderer/ui/tier-badge.tsx'
import { profileWords, relationshipWords } from './answer-words.ts'

interface AssessmentTableProps {
  readonly assessments: readonly AssessmentSummary[]
  readonly isNameHidden?: boolean
  readonly onOpen: (id: AssessmentId) => void
  readonly onDecide: (id: AssessmentId) => void
}

/** Assessments with where they stand and the next thing to do. */
export function AssessmentTable({ assessments, isNameHidden = false, onOpen, onDecide }: AssessmentTableProps) {
  return (
    <table className="table">
      <caption className="visually-hidden">Assessments</caption>
      <thead>
        <tr>
          <th scope="col">{isNameHidden ? 'Assessment' : 'Third party'}</th>
          <th scope="col">Tier, worst case</th>
          <th scope="col">Answered</th>
          <th scope="col">Status</th>
          <th scope="col">
            <span className="visually-hidden">Next step</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {assessments.map((row) => (
          <AssessmentRow key={row.assessment.id} row={row} isNameHidden={isNameHidden} onOpen={onOpen} onDecide={onDecide} />
        ))}
      </tbody>
    </table>
  )
}

interface AssessmentRowProps extends Omit<AssessmentTableProps, 'assessments'> {
  readonly row: AssessmentSummary
}

function AssessmentRow({ row, isNameHidden, onOpen, onDecide }: AssessmentRowProps) {
  const { assessment } = row
  const kind = `${relationshipWords[assessment.relationship]}, ${profileWords[assessment.profile]}`
  const isSigned = assessment.status === 'signed'
  const isComplete = row.answeredCount >= row.shownCount
  const next = isSigned ? 'Report' : isComplete ? 'Decide and sign' : row.answeredCount === 0 ? 'Start answering' : 'Go on'
  return (
    <tr>
      <th scope="row">
        <button type="button" className="link" onClick={() => onOpen(assessment.id)}>
          {isNameHidden ? kind : row.thirdPartyName}
        </button>
        <span className="table-second">{isNameHidden ? `started ${dayText(assessment.startedAt)}` : kind}</span>
      </th>
      <td>{row.isAssessed ? <TierRangeBadge range={row.tier} /> : <span className="table-none">not assessed yet</span>}</td>
      <td>
        <Progress label={`Answered for ${row.thirdPartyName}`} done={row.answeredCount} total={row.shownCount} />
      </td>
      <td>
        {isSigned
          ? `Signed ${assessment.signedAt === null ? '' : dayText(assessment.signedAt)}`
          : `Draft, dated ${dayText(assessment.asOf)}`}
      </td>
      <td className="table-action">
        <Button
          isSmall
          look={isComplete && !isSigned ? 'primary' : 'secondary'}
          aria-label={`${next}: ${row.thirdPartyName}, ${kind}`}
          onClick={() => (isSigned || isComplete ? onDecide(assessment.id) : onOpen(assessment.id))}
        >
          {next}
        </Button>
      </td>
    </tr>
  )
}
