import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Place, VaultState } from '#shared/contract/vault.ts'
import { call } from '#renderer/bridge/call.ts'
import { useCommand } from '#renderer/bridge/use-command.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { Progress } from '#renderer/ui/progress.tsx'
import { Refusal } from '#renderer/ui/refusal.tsx'

interface SampleVaultProps {
  readonly place: Place
  readonly onOpen: (vault: VaultState) => void
  readonly onBack: () => void
}

/** Makes the sample vault at a place, says its passphrase, and opens it. */
export function SampleVault({ place, onOpen, onBack }: SampleVaultProps) {
  const { t } = useTranslation('sample')
  const make = useCommand('sample.create')
  const open = useCommand('vault.open')
  const [passphrase, setPassphrase] = useState<string | null>(null)
  const fault = make.fault ?? open.fault
  const begin = async () => {
    const outcome = await make.run({ handle: place.handle })
    if (outcome.ok) setPassphrase(outcome.value.passphrase)
  }
  const goIn = async (secret: string) => {
    const outcome = await open.run({ handle: place.handle, secret })
    if (outcome.ok) onOpen(outcome.value.vault)
  }
  return (
    <div className="unlock-form">
      <h2>{t('title', { name: place.label })}</h2>
      <p>{t('what')}</p>
      {passphrase === null ? (
        <p className="unlock-explain">{t('howLong')}</p>
      ) : (
        <Notice tone="good" title={t('made')}>
          <p role="status">
            {t('passphrase')} <strong className="code">{passphrase}</strong>
          </p>
        </Notice>
      )}
      {make.isRunning ? <MakingProgress /> : null}
      {fault === null ? null : <Refusal words={wordsFor(fault)} />}
      <div className="form-actions">
        {passphrase === null ? (
          <Button look="primary" isBusy={make.isRunning} onClick={() => void begin()}>
            {make.isRunning ? t('making') : t('make')}
          </Button>
        ) : (
          <Button look="primary" autoFocus isBusy={open.isRunning} onClick={() => void goIn(passphrase)}>
            {t('open')}
          </Button>
        )}
        {make.isRunning || passphrase !== null ? null : (
          <Button look="quiet" onClick={onBack}>
            {t('back')}
          </Button>
        )}
      </div>
    </div>
  )
}

const lookEveryMs = 300

function MakingProgress() {
  const { t } = useTranslation('sample')
  const [progress, setProgress] = useState<{ readonly done: number; readonly total: number } | null>(null)
  useEffect(() => {
    const timer = setInterval(() => {
      void call('keys.progress', {}).then((outcome) => setProgress(outcome.ok ? outcome.value.progress : null))
    }, lookEveryMs)
    return () => clearInterval(timer)
  }, [])
  return progress === null ? null : <Progress label={t('progress')} done={progress.done} total={progress.total} isTextHidden />
}
