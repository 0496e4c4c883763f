import { useTranslation } from 'react-i18next'
import type { ListedJewel } from '#shared/contract/crown-jewels.ts'
import { useCommand } from '#renderer/bridge/use-command.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { jewelLists } from './jewel-lists.ts'

export interface Leaving {
  readonly jewel: ListedJewel
  readonly how: 'archive' | 'remove'
}

interface LeaveRegisterDialogProps {
  readonly leaving: Leaving | null
  readonly onClose: () => void
  /** Called after it has left, when the dialog is closed. */
  readonly onLeft: () => void
}

/** Asks before a crown jewel leaves the register, and says why when it cannot. */
export function LeaveRegisterDialog({ leaving, onClose, onLeft }: LeaveRegisterDialogProps) {
  const { t } = useTranslation('crown-jewels')
  const archive = useCommand('jewelRegister.archive', jewelLists)
  const remove = useCommand('crownJewels.remove', jewelLists)
  if (leaving === null) return null
  const { jewel, how } = leaving
  const fault = archive.fault ?? remove.fault
  const close = () => {
    archive.forget()
    remove.forget()
    onClose()
  }
  const leave = async () => {
    const outcome = how === 'archive' ? await archive.run({ id: jewel.id }) : await remove.run({ id: jewel.id })
    if (!outcome.ok) return
    close()
    onLeft()
  }
  return (
    <Dialog
      title={how === 'archive' ? t('archiveTitle', { name: jewel.name }) : t('removeTitle', { name: jewel.name })}
      kind="alert"
      isOpen
      onClose={close}
      actions={
        <>
          <Button look="danger" isBusy={archive.isRunning || remove.isRunning} onClick={() => void leave()}>
            {t(how)}
          </Button>
          <Button onClick={close}>{t('keep')}</Button>
        </>
      }
    >
      <p>{how === 'archive' ? t('archiveText') : t('removeText')}</p>
      {fault === null ? null : <Refusal words={wordsFor(fault)} />}
    </Dialog>
  )
}
