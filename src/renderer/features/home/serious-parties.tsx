import { useTranslation } from 'react-i18next'
import type { ThirdPartyId } from '#shared/domain/ids.ts'
import { useQuery } from '#renderer/bridge/use-query.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { countryName } from '#renderer/ui/countries.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { TierBadge } from '#renderer/ui/tier-badge.tsx'

interface SeriousPartiesProps {
  readonly onOpen: (id: ThirdPartyId) => void
  readonly onAdd: () => void
}

/** The six third parties with the worst tiers; those never assessed come last. */
export function SeriousParties({ onOpen, onAdd }: SeriousPartiesProps) {
  const { t } = useTranslation('home')
  const query = useQuery('thirdParties.list', { sort: { by: 'tier', isDescending: true }, limit: 6 })
  if (query.state === 'loading') return null
  if (query.state === 'failed')
    return <Refusal words={wordsFor(query.fault)} actions={<Button onClick={query.reload}>{t('tryAgain')}</Button>} />
  const { thirdParties } = query.value
  if (thirdParties.length === 0)
    return (
      <EmptyState
        title={t('parties.none')}
        action={
          <Button changes onClick={onAdd}>
            <Icon name="plus" /> {t('add')}
          </Button>
        }
      >
        {t('parties.noneDetail')}
      </EmptyState>
    )
  return (
    <ul className="serious">
      {thirdParties.map((party) => (
        <li key={party.id} className="serious-party">
          <div className="serious-name">
            <strong>{party.legalName}</strong>
            {party.country === '' ? null : <span className="table-second">{countryName(party.country)}</span>}
          </div>
          {party.tier === null ? (
            <span className="table-none">{t('parties.notAssessed')}</span>
          ) : (
            <TierBadge tier={party.tier.worst} isUnconfirmed={party.isUnconfirmed} />
          )}
          <Button isSmall aria-label={t('parties.openOne', { name: party.legalName })} onClick={() => onOpen(party.id)}>
            {t('parties.open')}
          </Button>
        </li>
      ))}
    </ul>
  )
}
