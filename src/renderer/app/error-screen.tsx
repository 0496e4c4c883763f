import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '#renderer/bridge/use-command.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Notice } from '#renderer/ui/notice.tsx'

interface ErrorScreenProps {
  readonly faultId: string | null
  readonly onRetry: () => void
  readonly onLeave?: () => void
}

/** Copies the number for a message to whoever supports the program. */
function CopyFault({ faultId }: { readonly faultId: string }) {
  const { t } = useTranslation('frame')
  const copy = useCommand('app.copyText')
  const [isCopied, setIsCopied] = useState(false)
  return (
    <p>
      <Button isSmall onClick={() => void copy.run({ text: faultId }).then((outcome) => setIsCopied(outcome.ok))}>
        {t('copyFault')}
      </Button>{' '}
      <span role="status">{isCopied ? t('copiedFault') : ''}</span>
    </p>
  )
}

/** A screen broke. Nothing saved is touched by that; here are the ways on. */
export function ErrorScreen({ faultId, onRetry, onLeave }: ErrorScreenProps) {
  const { t } = useTranslation('frame')
  return (
    <main className="page page-narrow">
      <h1>{t('fault.title')}</h1>
      <Notice
        tone="bad"
        isUrgent
        title={t('fault.lead')}
        actions={
          <>
            <Button look="primary" onClick={onRetry}>
              {t('fault.again')}
            </Button>
            {onLeave === undefined ? null : <Button onClick={onLeave}>{t('goHome')}</Button>}
            <Button onClick={() => window.location.reload()}>{t('fault.restart')}</Button>
          </>
        }
      >
        <p>
          {faultId === null ? t('fault.text') : t('fault.textWithNumber')}{' '}
          {faultId === null ? null : <code className="fault-id">{faultId}</code>}
        </p>
        {faultId === null ? null : <CopyFault faultId={faultId} />}
      </Notice>
    </main>
  )
}
