import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Proof } from '#shared/contract/keys.ts'
import type { Opened } from '#shared/contract/vault.ts'
import { wordsForCode } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { NewPassphrase } from './new-passphrase.tsx'

/** True when something must be said or done before a person goes into the vault. */
export function needsWord(opened: Opened): boolean {
  return opened.areKeysOlder || (opened.openedWith === 'recovery' && !opened.vault.isReadOnly)
}

interface AfterOpeningProps {
  readonly opened: Opened
  readonly proof: Proof | null
  readonly hasNotRemembered: boolean
  readonly onDone: () => void
}

/** The vault is open. First what happened to its keys, then, after the recovery code, a new passphrase. */
export function AfterOpening({ opened, proof, hasNotRemembered, onDone }: AfterOpeningProps) {
  const { t } = useTranslation('vault')
  const [isTold, setIsTold] = useState(!opened.areKeysOlder && !hasNotRemembered)
  const asksNewPassphrase = opened.openedWith === 'recovery' && proof !== null && !opened.vault.isReadOnly
  if (isTold && asksNewPassphrase) return <NewPassphrase proof={proof} onDone={onDone} />
  const goOn = () => (asksNewPassphrase ? setIsTold(true) : onDone())
  return (
    <div className="unlock-form">
      <h2>{t('opened.title')}</h2>
      {opened.areKeysOlder ? (
        <Notice tone="warning" title={t('opened.olderKeys')} isUrgent>
          <p>{t('opened.olderKeysText')}</p>
        </Notice>
      ) : null}
      {hasNotRemembered ? <Refusal words={wordsForCode('device-not-saved')} /> : null}
      <div className="form-actions">
        <Button look="primary" onClick={goOn}>
          {t('opened.goOn')}
        </Button>
      </div>
    </div>
  )
}
