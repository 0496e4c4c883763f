import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Way } from '#shared/contract/keys.ts'
import { useQuery } from '#renderer/bridge/use-query.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { Waiting } from '#renderer/ui/waiting.tsx'
import { ChangeDataKey, NewRecoveryCode, RememberDevice } from './code-dialogs.tsx'
import { DeviceMemoryLine } from './device-memory-line.tsx'
import { Protection } from './protection.tsx'
import { AddKeyFile, AddPassphrase, ChangePassphrase, DropKeyFile, RemoveWay } from './way-dialogs.tsx'
import { type WayAction, WayList } from './way-list.tsx'

type Open =
  | { readonly dialog: WayAction; readonly way: Way }
  | { readonly dialog: 'add-passphrase' | 'new-code' | 'change-key' }
  | { readonly dialog: 'remember'; readonly deviceName: string }

/** Which ways open this vault, and everything that can be done about them. */
export function VaultSection() {
  const { t } = useTranslation('keys')
  const query = useQuery('keys.list', {})
  const device = useQuery('device.state', {})
  const [open, setOpen] = useState<Open | null>(null)
  if (query.state === 'loading') return <Waiting what={t('reading')} />
  if (query.state === 'failed')
    return <Refusal words={wordsFor(query.fault)} actions={<Button onClick={query.reload}>{t('tryAgain')}</Button>} />
  const { ways } = query.value
  const hasCode = ways.some(({ kind }) => kind === 'recovery')
  return (
    <>
      <WayList
        ways={ways}
        thisDevice={device.state === 'ready' ? device.value.wayId : null}
        onAction={(dialog, way) => setOpen({ dialog, way })}
      />
      <div className="form-actions">
        <Button changes onClick={() => setOpen({ dialog: 'add-passphrase' })}>
          {t('addPassphrase')}
        </Button>
        <Button changes onClick={() => setOpen({ dialog: 'new-code' })}>
          {hasCode ? t('replaceCode') : t('makeCode')}
        </Button>
      </div>
      {device.state === 'ready' ? (
        <DeviceMemoryLine device={device.value} onRemember={(deviceName) => setOpen({ dialog: 'remember', deviceName })} />
      ) : null}
      <h3>{t('keyTitle')}</h3>
      <p>{t('keyLead')}</p>
      <div className="form-actions">
        <Button changes onClick={() => setOpen({ dialog: 'change-key' })}>
          {t('changeKey')}
        </Button>
      </div>
      <Protection />
      {open === null ? null : <KeyDialog open={open} ways={ways} onClose={() => setOpen(null)} />}
    </>
  )
}

interface KeyDialogProps {
  readonly open: Open
  readonly ways: readonly Way[]
  readonly onClose: () => void
}

function KeyDialog({ open, ways, onClose }: KeyDialogProps) {
  const common = { asksKeyFile: ways.some(({ needsKeyFile }) => needsKeyFile), onClose }
  switch (open.dialog) {
    case 'add-passphrase':
      return <AddPassphrase {...common} />
    case 'new-code':
      return <NewRecoveryCode {...common} hasOne={ways.some(({ kind }) => kind === 'recovery')} />
    case 'change-key':
      return <ChangeDataKey {...common} />
    case 'remember':
      return <RememberDevice {...common} deviceName={open.deviceName} />
    case 'change':
      return <ChangePassphrase {...common} way={open.way} />
    case 'add-key-file':
      return <AddKeyFile {...common} way={open.way} />
    case 'drop-key-file':
      return <DropKeyFile {...common} way={open.way} />
    case 'remove':
      return <RemoveWay {...common} way={open.way} />
  }
}
