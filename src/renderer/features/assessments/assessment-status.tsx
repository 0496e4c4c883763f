import type { QuestionId } from '#shared/domain/ids.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { clockText, countText } from '#renderer/ui/numbers.ts'
import { useSessionStatus } from './session/use-session.ts'

/** Whether everything typed is in the vault, for the whole assessment. */
export function AssessmentStatus({ onGo }: { readonly onGo: (questionId: QuestionId) => void }) {
  const status = useSessionStatus()
  const first = status.unsaved[0]
  return (
    <div className={`status status-${status.phase}`} role="status">
      {status.phase === 'saved' ? (
        status.lastSavedAt === null ? (
          'Saves as you type'
        ) : (
          <>
            <Icon name="check" size={14} /> Saved {clockText(status.lastSavedAt)}
          </>
        )
      ) : status.phase === 'saving' ? (
        'Saving…'
      ) : (
        <>
          <Icon name="warning" size={14} /> {countText(status.unsaved.length, 'answer is', 'answers are')} not saved
          {first === undefined ? null : (
            <Button look="quiet" isSmall onClick={() => onGo(first)}>
              Show
            </Button>
          )}
        </>
      )}
    </div>
  )
}
