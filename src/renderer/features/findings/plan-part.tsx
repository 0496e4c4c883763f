import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FindingLine } from '#shared/contract/findings.ts'
import type { DecisionCase } from '#shared/contract/reviews.ts'
import type { Assessment } from '#shared/domain/assessment.ts'
import type { Pack } from '#shared/domain/pack.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { findingId } from './finding-place.ts'
import { FindingTitle } from './finding-title.tsx'
import { OwnFindingDialog } from './own-finding-dialog.tsx'
import { PlanButton } from './plan-button.tsx'
import { OwnerAndDay, PlanStateChip } from './plan-state.tsx'

interface PlanPartProps {
  readonly assessment: Assessment
  readonly pack: Pack
  readonly known: DecisionCase
  readonly isSigned: boolean
}

const firstFew = 8

/** What was found, the most pressing first, and what is done about each. */
export function PlanPart({ assessment, pack, known, isSigned }: PlanPartProps) {
  const { t } = useTranslation('findings')
  const [isLong, setIsLong] = useState(false)
  const [isAdding, setIsAdding] = useState(false)
  const { findings } = known
  const untreated = findings.filter(({ state }) => state === 'untreated').length
  const shown = isLong ? findings : findings.slice(0, firstFew)
  return (
    <div className="plan">
      <p className="plan-lead" role="status">
        {findings.length === 0 ? t('part.none') : untreated === 0 ? t('part.allTreated') : t('part.untreated', { count: untreated })}
      </p>
      <p className="field-hint">{t('part.goOn')}</p>
      <ul className="plan-list">
        {shown.map((line) => (
          <PlanLine key={findingId(line.finding)} line={line} {...{ assessment, pack, known, isSigned }} />
        ))}
      </ul>
      <div className="form-actions">
        {findings.length <= firstFew ? null : (
          <Button look="quiet" isSmall aria-expanded={isLong} onClick={() => setIsLong(!isLong)}>
            {isLong ? t('part.showFew') : t('part.showAll', { count: findings.length })}
          </Button>
        )}
        {isSigned ? null : (
          <Button changes isSmall onClick={() => setIsAdding(true)}>
            <Icon name="plus" /> {t('own.add')}
          </Button>
        )}
      </div>
      {isAdding ? <OwnFindingDialog assessmentId={assessment.id} pack={pack} finding={null} onClose={() => setIsAdding(false)} /> : null}
    </div>
  )
}

function PlanLine({ line, assessment, pack, known, isSigned }: PlanPartProps & { readonly line: FindingLine }) {
  const { t } = useTranslation('findings')
  const [isEditing, setIsEditing] = useState(false)
  const { finding } = line
  const own = finding.kind === 'manual' ? known.manualFindings.find(({ id }) => id === finding.findingId) : undefined
  return (
    <li className="plan-line">
      <div className="plan-what">
        <FindingTitle line={line} />
        {line.treatment === null || line.treatment.action === '' ? null : <p className="plan-action">{line.treatment.action}</p>}
      </div>
      <div className="plan-how">
        <PlanStateChip state={line.state} />
        {line.treatment === null ? null : (
          <span>
            <OwnerAndDay line={line} today={known.today} />
          </span>
        )}
      </div>
      <div className="plan-do">
        {own === undefined || isSigned ? null : (
          <Button changes look="quiet" isSmall aria-label={t('own.editOne', { finding: own.title })} onClick={() => setIsEditing(true)}>
            {t('own.edit')}
          </Button>
        )}
        <PlanButton assessmentId={assessment.id} line={line} />
      </div>
      {isEditing && own !== undefined ? (
        <OwnFindingDialog assessmentId={assessment.id} pack={pack} finding={own} onClose={() => setIsEditing(false)} />
      ) : null}
    </li>
  )
}
