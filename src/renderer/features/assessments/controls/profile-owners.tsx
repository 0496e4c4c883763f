import { useContext } from 'react'
import { useTranslation } from 'react-i18next'
import type { Owner } from '#shared/domain/answer.ts'
import type { ThirdPartyId } from '#shared/domain/ids.ts'
import { ownersAnswer } from '#shared/domain/owner-shares.ts'
import { useQuery } from '#renderer/bridge/use-query.ts'
import { Button } from '#renderer/ui/button.tsx'
import { dayText } from '#renderer/ui/numbers.ts'
import { DeskContext } from '../desk.ts'

interface ProfileOwnersProps {
  /** What the answer says now. */
  readonly owners: readonly Owner[]
  readonly onUse: (owners: Owner[]) => void
}

/** Offers the owner tree of the third party's profile as the answer, when there is one that says something else. */
export function ProfileOwners(props: ProfileOwnersProps) {
  const desk = useContext(DeskContext)
  return desk === null ? null : <TreeOffer {...props} thirdPartyId={desk.thirdPartyId} />
}

function TreeOffer({ owners, onUse, thirdPartyId }: ProfileOwnersProps & { readonly thirdPartyId: ThirdPartyId }) {
  const { t } = useTranslation('third-party-profile')
  const query = useQuery('thirdParties.readOwners', { id: thirdPartyId })
  if (query.state !== 'ready') return null
  const { holders, asOf } = query.value.owners
  const offered = ownersAnswer(holders)
  if (offered.length === 0 || JSON.stringify(offered) === JSON.stringify(owners)) return null
  return (
    <div className="row-actions">
      <Button isSmall onClick={() => onUse(offered)}>
        {t('owners.use')}
      </Button>
      <span className="field-hint">
        {asOf === ''
          ? t('owners.useHint', { count: offered.length })
          : t('owners.useHintAsOf', { count: offered.length, day: dayText(asOf) })}
      </span>
    </div>
  )
}
