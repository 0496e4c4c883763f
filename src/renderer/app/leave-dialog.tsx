import { useTranslation } from 'react-i18next'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import type { Unsaved } from './window-close.ts'

interface LeaveDialogProps {
  readonly unsaved: Unsaved
  readonly action: 'leave' | 'lock' | 'close'
  readonly onStay: () => void
  readonly onLeave: () => void
}

/** Asks before anything typed is lost. */
export function LeaveDialog({ unsaved, action, onStay, onLeave }: LeaveDialogProps) {
  const { t } = useTranslation('frame')
  const { answerCount, formCount } = unsaved
  return (
    <Dialog
      title={answerCount > 0 ? t('leaving.answers', { count: answerCount }) : t('leaving.form')}
      kind="alert"
      isOpen
      onClose={onStay}
      actions={
        <>
          <Button look="primary" onClick={onStay}>
            {t('leaving.stay')}
          </Button>
          <Button look="danger" onClick={onLeave}>
            {t(`leaving.without.${action}`)}
          </Button>
        </>
      }
    >
      {answerCount === 0 ? null : <p>{t('leaving.answersText')}</p>}
      {formCount === 0 ? null : <p>{t('leaving.formText')}</p>}
      <p>{t('leaving.savedIsSafe')}</p>
    </Dialog>
  )
}
