import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Place } from '#shared/contract/vault.ts'
import { useCommand } from '#renderer/bridge/use-command.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Refusal } from '#renderer/ui/refusal.tsx'

interface KeyFileFieldProps {
  readonly place: Place | null
  readonly onChange: (place: Place | null) => void
  readonly hint: string
}

/** Which key file is shown beside the passphrase. */
export function KeyFileField({ place, onChange, hint }: KeyFileFieldProps) {
  const { t } = useTranslation('vault')
  const hintId = useId()
  const choose = useCommand('keys.chooseKeyFile')
  const pick = async () => {
    const outcome = await choose.run({})
    if (outcome.ok && outcome.value.place !== null) onChange(outcome.value.place)
  }
  return (
    <div className="field" role="group" aria-label={t('keyFile.title')} aria-describedby={hintId}>
      <span className="field-label">{t('keyFile.title')}</span>
      <div id={hintId} className="field-hint">
        {hint}
      </div>
      <div className="file-choice">
        <span className="file-choice-name" role="status">
          {place === null ? t('keyFile.none') : place.label}
        </span>
        <Button isSmall isBusy={choose.isRunning} onClick={() => void pick()}>
          {place === null ? t('keyFile.choose') : t('keyFile.another')}
        </Button>
        {place === null ? null : (
          <Button isSmall look="quiet" onClick={() => onChange(null)}>
            {t('keyFile.without')}
          </Button>
        )}
      </div>
      {choose.fault === null ? null : <Refusal words={wordsFor(choose.fault)} />}
    </div>
  )
}
