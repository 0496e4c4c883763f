import { useTranslation } from 'react-i18next'
import type { AssessmentSummary } from '#shared/contract/assessments.ts'
import type { AssessmentId } from '#shared/domain/ids.ts'
import { Button } from '#renderer/ui/button.tsx'
import { dayText } from '#renderer/ui/numbers.ts'
import { Progress } from '#renderer/ui/progress.tsx'
import { TierRangeBadge } from '#renderer/ui/tier-badge.tsx'
import { kindWords } from './answer-words.ts'

interface AssessmentTableProps {
  readonly assessments: readonly AssessmentSummary[]
  readonly isNameHidden?: boolean
  readonly onOpen: (id: AssessmentId) => void
  readonly onDecide: (id: AssessmentId) => void
}

/** Assessments with where they stand and the next thing to do. */
export function AssessmentTable({ assessments, isNameHidden = false, onOpen, onDecide }: AssessmentTableProps) {
  const { t } = useTranslation('assessments')
  return (
    <table className="table">
      <caption className="visually-hidden">{t('table.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{isNameHidden ? t('table.assessment') : t('table.thirdParty')}</th>
          <th scope="col">{t('table.tier')}</th>
          <th scope="col">{t('table.answered')}</th>
          <th scope="col">{t('table.status')}</th>
          <th scope="col">
            <span className="visually-hidden">{t('table.next')}</span>
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
  const { t } = useTranslation('assessments')
  const { assessment } = row
  const kind = kindWords(assessment)
  const isSigned = assessment.status === 'signed'
  const isComplete = row.answeredCount >= row.shownCount
  const next = t(`next.${isSigned ? 'report' : isComplete ? 'decide' : row.answeredCount === 0 ? 'start' : 'goOn'}`)
  return (
    <tr>
      <th scope="row">
        <button type="button" className="link" onClick={() => onOpen(assessment.id)}>
          {isNameHidden ? kind : row.thirdPartyName}
        </button>
        <span className="table-second">{isNameHidden ? t('table.started', { day: dayText(assessment.startedAt) }) : kind}</span>
      </th>
      <td>
        {row.isAssessed ? (
          <TierRangeBadge range={row.tier} isUnconfirmed={row.outcome?.isUnconfirmed === true} />
        ) : (
          <span className="table-none">{t('table.notAssessed')}</span>
        )}
      </td>
      <td>
        <Progress label={t('table.answeredFor', { name: row.thirdPartyName })} done={row.answeredCount} total={row.shownCount} />
      </td>
      <td>
        {isSigned
          ? t('table.signed', { day: assessment.signedAt === null ? '' : dayText(assessment.signedAt) })
          : t('table.draft', { day: dayText(assessment.asOf) })}
        {row.supersededAt === null ? null : (
          <span className="table-second">{t('table.superseded', { day: dayText(row.supersededAt) })}</span>
        )}
      </td>
      <td className="table-action">
        <Button
          isSmall
          look={isComplete && !isSigned ? 'primary' : 'secondary'}
          aria-label={t('table.nextOf', { next, name: row.thirdPartyName, kind })}
          onClick={() => (isSigned || isComplete ? onDecide(assessment.id) : onOpen(assessment.id))}
        >
          {next}
        </Button>
      </td>
    </tr>
  )
}
