import { Button } from '#renderer/ui/button.tsx'
import { Notice } from '#renderer/ui/notice.tsx'

interface ErrorScreenProps {
  readonly faultId: string | null
  readonly onRetry: () => void
  readonly onLeave?: () => void
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
      </Notice>
    </main>
  )
}
