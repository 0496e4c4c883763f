import { useTranslation } from 'react-i18next'
import type { FindingLine } from '#shared/contract/findings.ts'
import type { Day } from '#shared/domain/time.ts'
import { dayDueOf } from '#shared/domain/treatment.ts'
import { dayText } from '#renderer/ui/numbers.ts'

/** How a finding stands, in a word; the colour only repeats it. */
export function PlanStateChip({ state }: Pick<FindingLine, 'state'>) {
  const { t } = useTranslation('findings')
  return <span className={`plan-state plan-state-${state}`}>{t(`states.${state}`)}</span>
}

/** Who carries it, and until when. */
export function OwnerAndDay({ line, today }: { readonly line: Pick<FindingLine, 'treatment' | 'state'>; readonly today: Day }) {
  const { t } = useTranslation('findings')
  const { treatment, state } = line
  if (treatment === null) return <span className="table-none">–</span>
  const due = dayDueOf(treatment)
  const isAccepted = treatment.response === 'accept'
  const owner = isAccepted ? treatment.acceptedBy : treatment.ownerName
  return (
    <>
      <span className="plan-owner">{owner === '' ? t('noOwner') : owner}</span>
      {state === 'done' ? null : (
        <span className="table-second">{due === null ? t('noDay') : t(dueKey(isAccepted, due < today), { day: dayText(due) })}</span>
      )}
    </>
  )
}

function dueKey(isAccepted: boolean, hasPassed: boolean) {
  if (isAccepted) return hasPassed ? 'lapsedOn' : 'acceptedUntil'
  return hasPassed ? 'overdue' : 'due'
}

/** The floor a finding sets, or the tier it stands for. */
export function Pressure({ line }: { readonly line: Pick<FindingLine, 'floor' | 'isFloorOpen' | 'tier' | 'finding'> }) {
  const { t } = useTranslation('findings')
  if (line.floor !== null) {
    const words = line.isFloorOpen
      ? ({ stop: 'floors.openStop', high: 'floors.openHigh' } as const)
      : ({ stop: 'floors.stop', high: 'floors.high' } as const)
    return <span className={`pressure pressure-${line.floor}`}>{t(words[line.floor])}</span>
  }
  return line.tier === null ? null : <span className={`pressure tier-${line.tier}`}>{t(`tiers.${line.tier}`)}</span>
}
