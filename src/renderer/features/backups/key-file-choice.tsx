import { useTranslation } from 'react-i18next'
import type { Place } from '#shared/contract/vault.ts'
import { useCommand } from '#renderer/bridge/use-command.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Refusal } from '#renderer/ui/refusal.tsx'

interface KeyFileChoiceProps {
  readonly place: Place | null
  readonly onChange: (place: Place | null) => void
}

/** The key file that the passphrase of that time may have needed. */
export function KeyFileChoice({ place, onChange }: KeyFileChoiceProps) {
  const { t } = useTranslation('backups')
  const choose = useCommand('keys.chooseKeyFile')
  const pick = async () => {
    const outcome = await choose.run({})
    if (outcome.ok && outcome.value.place !== null) onChange(outcome.value.place)
  }
  return (
    <details className="backup-key-file" open={place !== null}>
      <summary>{t('proof.keyFile')}</summary>
      <div className="file-choice">
        <span className="file-choice-name" role="status">
          {place === null ? t('proof.noKeyFile') : place.label}
        </span>
        <Button isSmall isBusy={choose.isRunning} onClick={() => void pick()}>
          {t('proof.chooseKeyFile')}
        </Button>
      </div>
      {choose.fault === null ? null : <Refusal words={wordsFor(choose.fault)} />}
    </details>
  )
}
