import type { QuestionId } from '#shared/domain/ids.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { clockText } from '#renderer/ui/numbers.ts'
import type { QuestionView } from './session/assessment-session.ts'
import { useSession } from './session/use-session.ts'

/** The truth about saving, for one question. "Saved" stands here only after the vault said so. */
export function SaveLine({ questionId, view }: { readonly questionId: QuestionId; readonly view: QuestionView }) {
  const session = useSession()
  if (view.save.phase === 'failed') {
    const words = wordsFor(view.save.fault)
    return (
      <div className="save-failed" role="alert">
        <p>
          <Icon name="warning" /> <strong>Not saved.</strong> {words.what} {words.next} Your text stays here.
        </p>
        <div className="save-failed-actions">
          {view.save.fault.code === 'answer-changed' ? (
            <>
              <Button isSmall onClick={() => void session.keepMine(questionId)}>
                Keep my text
              </Button>
              <Button isSmall onClick={() => void session.takeStored(questionId)}>
                Take the stored answer
              </Button>
            </>
          ) : (
            <Button isSmall onClick={() => session.retry(questionId)}>
              Try again
            </Button>
          )}
        </div>
      </div>
    )
  }
  if (view.incomplete !== null) return <span className="save-line save-line-open">Not saved yet: {view.incomplete}.</span>
  if (view.save.phase !== 'saved') return <span className="save-line">Saving…</span>
  if (view.savedAt === null) return <span className="save-line save-line-blank">Not answered</span>
  return (
    <span className="save-line save-line-saved">
      <Icon name="check" size={13} /> Saved {clockText(view.savedAt)}
    </span>
  )
}
