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
  return (
    <main className="page page-narrow">
      <h1>This screen stopped working</h1>
      <Notice
        tone="bad"
        isUrgent
        title="Gatehouse made a mistake here. Nothing that was marked “Saved” is lost."
        actions={
          <>
            <Button look="primary" onClick={onRetry}>
              Show this screen again
            </Button>
            {onLeave === undefined ? null : <Button onClick={onLeave}>Go to Home</Button>}
            <Button onClick={() => window.location.reload()}>Restart the window</Button>
          </>
        }
      >
        <p>
          Try the screen again first. If it keeps happening, restart the window and tell whoever supports you the fault number
          {faultId === null ? '.' : ':'} {faultId === null ? null : <code className="fault-id">{faultId}</code>}
        </p>
        {faultId === null ? null : <CopyFault faultId={faultId} />}
      </Notice>
    </main>
  )
}
