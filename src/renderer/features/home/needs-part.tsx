import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { HomeView, PartyDue, TreatmentDue } from '#shared/contract/home.ts'
import type { AssessmentId, ThirdPartyId } from '#shared/domain/ids.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { dayText } from '#renderer/ui/numbers.ts'
import { TierBadge } from '#renderer/ui/tier-badge.tsx'
import { type Need, NeedGroup } from './need-group.tsx'

/** The ways from Home to what needs somebody. */
export interface HomeWays {
  readonly toParty: (id: ThirdPartyId) => void
  readonly toDecision: (id: AssessmentId) => void
  readonly toParties: () => void
  readonly toDue: () => void
  readonly toFindings: () => void
  readonly toJewels: () => void
  readonly toScreening: (id?: ThirdPartyId) => void
}

type Words = TFunction<'home'>

function dueNeed(row: PartyDue, { today, t, ways }: { readonly today: string; readonly t: Words; readonly ways: HomeWays }): Need {
  const isUrgent = row.dueOn < today
  return {
    key: row.id,
    label: row.legalName,
    detail: t(isUrgent ? 'needs.overdueSince' : 'needs.dueOn', { day: dayText(row.dueOn) }),
    isUrgent,
    mark: row.tier === null ? null : <TierBadge tier={row.tier} />,
    onOpen: () => ways.toParty(row.id),
  }
}

function treatmentDetail(row: TreatmentDue, today: string, t: Words): string {
  const what = t(`needs.${row.kind}`, { about: row.about })
  const day = dayText(row.dueOn)
  const isPast = row.dueOn < today
  const when =
    row.kind === 'accepted'
      ? t(isPast ? 'needs.lapsedOn' : 'needs.lapsesOn', { day })
      : t(isPast ? 'needs.overdueSince' : 'needs.dueOn', { day })
  return `${row.ownerName === '' ? what : t('needs.owner', { what, owner: row.ownerName })}, ${when}`
}

/** Everything that is due or waits, by kind; the pressing kinds first. */
export function NeedsPart({ view, ways }: { readonly view: HomeView; readonly ways: HomeWays }) {
  const { t } = useTranslation('home')
  const { today, due, stops, undecided, treatments, jewelReviews, screening } = view
  const isQuiet = [due, stops, undecided, treatments, jewelReviews, screening.parties, screening.oldLists].every(({ count }) => count === 0)
  if (isQuiet) return <EmptyState title={t('needs.none')}>{t('needs.noneDetail')}</EmptyState>
  return (
    <>
      <NeedGroup
        icon="stop"
        title={t('needs.stopsTitle')}
        count={stops.count}
        needs={stops.first.map((row) => ({
          key: row.id,
          label: row.legalName,
          detail: t('needs.stops', { count: row.stopCount }),
          isUrgent: true,
          onOpen: () => ways.toParty(row.id),
        }))}
        onMore={ways.toParties}
      />
      <NeedGroup
        icon="lens"
        title={t('needs.hits')}
        count={screening.parties.count}
        needs={screening.parties.first.map((row) => ({
          key: row.id,
          label: row.legalName,
          detail: t('needs.hitCount', { count: row.hitCount }),
          isUrgent: true,
          onOpen: () => ways.toScreening(row.id),
        }))}
        onMore={() => ways.toScreening()}
      />
      <NeedGroup
        icon="clock"
        title={t('needs.due')}
        {...(view.overdueCount === 0 ? {} : { note: t('needs.overdue', { count: view.overdueCount }) })}
        count={due.count}
        needs={due.first.map((row) => dueNeed(row, { today, t, ways }))}
        onMore={ways.toDue}
      />
      <NeedGroup
        icon="stamp"
        title={t('needs.undecided')}
        count={undecided.count}
        needs={undecided.first.map((row) => ({
          key: row.id,
          label: row.thirdPartyName,
          detail: t(row.isDecided ? 'needs.toSign' : 'needs.toDecide'),
          onOpen: () => ways.toDecision(row.id),
        }))}
      />
      <NeedGroup
        icon="flag"
        title={t('needs.treatments')}
        count={treatments.count}
        needs={treatments.first.map((row, at) => ({
          // Two findings of one's own may have the same title.
          key: `${row.thirdPartyId} ${row.relationship} ${row.kind} ${row.about} ${at}`,
          label: row.legalName,
          detail: treatmentDetail(row, today, t),
          isUrgent: row.dueOn < today,
          onOpen: () => ways.toParty(row.thirdPartyId),
        }))}
        onMore={ways.toFindings}
      />
      <NeedGroup
        icon="lens"
        title={t('needs.oldLists')}
        count={screening.oldLists.count}
        needs={screening.oldLists.first.map((row) => ({
          key: row.listId,
          label: row.title,
          detail: t('needs.oldList', { day: dayText(row.editionOn) }),
          onOpen: () => ways.toScreening(),
        }))}
        onMore={() => ways.toScreening()}
      />
      <NeedGroup
        icon="gem"
        title={t('needs.jewelReviews')}
        count={jewelReviews.count}
        needs={jewelReviews.first.map((row) => ({
          key: row.id,
          label: row.name,
          detail: t('needs.reviewOn', { day: dayText(row.reviewOn) }),
          isUrgent: row.reviewOn < today,
          onOpen: ways.toJewels,
        }))}
        onMore={ways.toJewels}
      />
    </>
  )
}
