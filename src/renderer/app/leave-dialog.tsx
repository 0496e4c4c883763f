import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { countText } from '#renderer/ui/numbers.ts'
import type { Unsaved } from './window-close.ts'

interface LeaveDialogProps {
  readonly unsaved: Unsaved
  readonly action: 'Leave' | 'Lock' | 'Close'
  readonly onStay: () => void
  readonly onLeave: () => void
}

/** Asks before anything typed is lost. */
export function LeaveDialog({ unsaved, action, onStay, onLeave }: LeaveDialogProps) {
  const { answerCount, formCount } = unsaved
  return (
    <Dialog
      title={answerCount > 0 ? `${countText(answerCount, 'answer is', 'answers are')} not saved` : 'This form is not saved'}
      kind="alert"
      isOpen
      onClose={onStay}
      actions={
        <>
          <Button look="primary" onClick={onStay}>
            Stay here
          </Button>
          <Button look="danger" onClick={onLeave}>
            {action} without saving
          </Button>
        </>
      }
    >
      {answerCount === 0 ? null : <p>The assessment shows which ones, and why. Stay to complete them or to try again.</p>}
      {formCount === 0 ? null : <p>Stay and press its Save button to keep what you typed.</p>}
      <p>Whatever was marked “Saved” is safe either way.</p>
    </Dialog>
  )
}
