import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RecentVault } from '#shared/contract/recents.ts'
import type { Place } from '#shared/contract/vault.ts'
import { useCommand } from '#renderer/bridge/use-command.ts'
import { useQuery } from '#renderer/bridge/use-query.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { dayText } from '#renderer/ui/numbers.ts'
import { Refusal } from '#renderer/ui/refusal.tsx'

/** The vaults opened on this computer last; nothing where there are none or they are not kept. */
export function RecentVaults({ onPlace }: { readonly onPlace: (place: Place) => void }) {
  const { t } = useTranslation('recents')
  const query = useQuery('recents.list', {})
  const choose = useCommand('recents.choose', ['recents.list'])
  const forget = useCommand('recents.forget', ['recents.list'])
  const [isForgotten, setIsForgotten] = useState(false)
  const vaults = query.state === 'ready' ? query.value.vaults : []
  const open = async (id: string) => {
    const outcome = await choose.run({ id })
    if (outcome.ok) onPlace(outcome.value.place)
  }
  const drop = async (id: string | null) => {
    const outcome = await forget.run({ id })
    setIsForgotten(outcome.ok)
  }
  const fault = choose.fault ?? forget.fault
  return (
    <>
      {vaults.length === 0 ? null : (
        <section className="recents" aria-labelledby="recents-title">
          <header className="recents-head">
            <h2 id="recents-title">{t('title')}</h2>
            <Button look="quiet" isSmall onClick={() => void drop(null)}>
              {t('forgetAll')}
            </Button>
          </header>
          <ul>
            {vaults.map((vault) => (
              <RecentRow key={vault.id} vault={vault} onOpen={() => void open(vault.id)} onForget={() => void drop(vault.id)} />
            ))}
          </ul>
        </section>
      )}
      <p className="visually-hidden" role="status">
        {isForgotten ? t('forgotten') : ''}
      </p>
      {fault === null ? null : <Refusal words={wordsFor(fault)} />}
    </>
  )
}

interface RecentRowProps {
  readonly vault: RecentVault
  readonly onOpen: () => void
  readonly onForget: () => void
}

function RecentRow({ vault, onOpen, onForget }: RecentRowProps) {
  const { t } = useTranslation('recents')
  const name = vault.label.replace(/\.gatehouse$/, '')
  const place = t('place', { folder: vault.folder, day: dayText(vault.openedAt) })
  return (
    <li className="recent">
      {vault.isMissing ? (
        <div className="recent-open recent-missing">
          <span className="recent-name">{name}</span>
          <span className="recent-place">{t('missing')}</span>
        </div>
      ) : (
        <button type="button" className="recent-open" onClick={onOpen}>
          <span className="recent-name">
            <span className="visually-hidden">{t('open')} </span>
            {name}
          </span>
          <span className="recent-place">{place}</span>
        </button>
      )}
      <button type="button" className="recent-forget" aria-label={t('forgetOne', { name })} title={t('forget')} onClick={onForget}>
        <Icon name="cross" size={14} />
      </button>
    </li>
  )
}
