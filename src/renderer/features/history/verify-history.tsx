import { Button } from '#renderer/ui/button.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { clockText, countText, dayText } from '#renderer/ui/numbers.ts'
import { Progress } from '#renderer/ui/progress.tsx'
import { useVerification, type Verification } from './use-verification.ts'

/** Checks the whole history on demand and says what came of it. */
export function VerifyHistory() {
  const { verification, start, stop } = useVerification()
  const isRunning = verification.state === 'running'
  return (
    <div className="history-check">
      <div className="form-actions">
        <Button isBusy={isRunning} onClick={start}>
          Check the history
        </Button>
        {isRunning ? (
          <>
            <Progress label="Entries checked" done={verification.done} total={verification.total} />
            <Button isSmall look="quiet" onClick={stop}>
              Stop
            </Button>
          </>
        ) : null}
      </div>
      <div role="status">
        <Finding verification={verification} />
      </div>
    </div>
  )
}

function Finding({ verification }: { readonly verification: Verification }) {
  switch (verification.state) {
    case 'none':
    case 'running':
      return null
    case 'stopped':
      return <Notice tone="info" title="Stopped before the end. Nothing wrong was found so far." />
    case 'intact': {
      const { checkedAt, entries, anchors } = verification
      return (
        <Notice tone="good" title={`The chain is intact, checked on ${dayText(checkedAt)} at ${clockText(checkedAt)}.`}>
          <p>
            {countText(entries, 'entry follows', 'entries follow')} one from another, each under this vault’s own seal.{' '}
            {anchors.length === 0
              ? 'No signed report or backup names a place in it yet, so only the chain itself vouches for its end.'
              : `${countText(anchors.length, 'place in it is', 'places in it are')} named by signed reports and backups, and each is as they name it.`}
          </p>
        </Notice>
      )
    }
    case 'broken':
      return (
        <Notice tone="bad" title="The history does not hold." isUrgent>
          <p>{verification.sentence}</p>
          <p>
            Somebody changed the vault with another program, or its file is damaged. Keep this folder as it is, and compare it with your
            newest backup.
          </p>
        </Notice>
      )
  }
}
