import { useTranslation } from 'react-i18next'
import type { Way } from '#shared/contract/keys.ts'
import { wordsIn } from '#renderer/i18n/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { wayDetail, wayName } from './way-name.ts'

/** What can be done with one way. */
export type WayAction = 'change' | 'add-key-file' | 'drop-key-file' | 'remove'

function actionsOf(way: Way): readonly WayAction[] {
  if (way.kind !== 'passphrase') return ['remove']
  return way.needsKeyFile ? ['change', 'add-key-file', 'drop-key-file', 'remove'] : ['change', 'add-key-file', 'remove']
}

function labelOf(action: WayAction, way: Way): string {
  const t = wordsIn('keys')
  switch (action) {
    case 'change':
      return t('ways.change')
    case 'add-key-file':
      return way.needsKeyFile ? t('ways.newKeyFile') : t('ways.requireKeyFile')
    case 'drop-key-file':
      return t('ways.withoutKeyFile')
    case 'remove':
      return way.kind === 'device' ? t('ways.forget') : t('ways.remove')
  }
}

interface WayListProps {
  readonly ways: readonly Way[]
  /** The way with which this device remembers the vault; null when it does not. */
  readonly thisDevice: string | null
  readonly onAction: (action: WayAction, way: Way) => void
}

export function WayList({ ways, thisDevice, onAction }: WayListProps) {
  const { t } = useTranslation('keys')
  const lasting = ways.filter(({ kind }) => kind !== 'device').length
  return (
    <ul className="ways" aria-label={t('ways.label')}>
      {ways.map((way) => (
        <li key={way.id} className="way">
          <span className="way-icon">
            <Icon name={way.kind === 'recovery' ? 'document' : way.kind === 'device' ? 'lock' : 'key'} size={18} />
          </span>
          <div className="way-text">
            <p className="way-name">{wayName(way)}</p>
            <p className="way-detail">{wayDetail(way, way.id === thisDevice)}</p>
          </div>
          <div className="way-actions">
            {actionsOf(way)
              // The last one that does not hang on a device cannot be removed, so it is not offered.
              .filter((action) => action !== 'remove' || way.kind === 'device' || lasting > 1)
              .map((action) => (
                <Button
                  changes
                  key={action}
                  isSmall
                  aria-label={t('ways.actionOn', { action: labelOf(action, way), name: wayName(way) })}
                  onClick={() => onAction(action, way)}
                >
                  {labelOf(action, way)}
                </Button>
              ))}
          </div>
        </li>
      ))}
    </ul>
  )
}
