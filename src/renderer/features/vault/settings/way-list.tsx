import type { Way } from '#shared/contract/keys.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { dayText } from '#renderer/ui/numbers.ts'

/** What can be done with one way. */
export type WayAction = 'change' | 'add-key-file' | 'drop-key-file' | 'remove'

const kindWords = { passphrase: 'Passphrase', recovery: 'Recovery code, on paper', device: 'Remembered device' } as const

function detailOf(way: Way, isThisDevice: boolean): string {
  const made = `since ${dayText(way.madeAt.slice(0, 10))}`
  return `${isThisDevice ? 'This device, remembered' : kindWords[way.kind]}${way.needsKeyFile ? ', with a key file' : ''}, ${made}`
}

function actionsOf(way: Way): readonly WayAction[] {
  if (way.kind !== 'passphrase') return ['remove']
  return way.needsKeyFile ? ['change', 'add-key-file', 'drop-key-file', 'remove'] : ['change', 'add-key-file', 'remove']
}

function labelOf(action: WayAction, way: Way): string {
  switch (action) {
    case 'change':
      return 'Change'
    case 'add-key-file':
      return way.needsKeyFile ? 'New key file' : 'Require a key file'
    case 'drop-key-file':
      return 'Without key file'
    case 'remove':
      return way.kind === 'device' ? 'Forget' : 'Remove'
  }
}

interface WayListProps {
  readonly ways: readonly Way[]
  /** The way with which this device remembers the vault; null when it does not. */
  readonly thisDevice: string | null
  readonly onAction: (action: WayAction, way: Way) => void
}

export function WayList({ ways, thisDevice, onAction }: WayListProps) {
  const lasting = ways.filter(({ kind }) => kind !== 'device').length
  return (
    <ul className="ways" aria-label="Ways to open this vault">
      {ways.map((way) => (
        <li key={way.id} className="way">
          <span className="way-icon">
            <Icon name={way.kind === 'recovery' ? 'document' : way.kind === 'device' ? 'lock' : 'key'} size={18} />
          </span>
          <div className="way-text">
            <p className="way-name">{way.name}</p>
            <p className="way-detail">{detailOf(way, way.id === thisDevice)}</p>
          </div>
          <div className="way-actions">
            {actionsOf(way)
              // The last one that does not hang on a device cannot be removed, so it is not offered.
              .filter((action) => action !== 'remove' || way.kind === 'device' || lasting > 1)
              .map((action) => (
                <Button key={action} isSmall aria-label={`${labelOf(action, way)}: ${way.name}`} onClick={() => onAction(action, way)}>
                  {labelOf(action, way)}
                </Button>
              ))}
          </div>
        </li>
      ))}
    </ul>
  )
}
