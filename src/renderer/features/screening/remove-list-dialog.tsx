import { useTranslation } from 'react-i18next'
import type { ListEdition } from '#shared/domain/screening-hit.ts'
import { useCommand } from '#renderer/bridge/use-command.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { dayText } from '#renderer/ui/numbers.ts'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { changedByLists } from './refreshed.ts'

/** Asks before an edition goes out of the vault. */
export function RemoveListDialog({ edition, onClose }: { readonly edition: ListEdition; readonly onClose: () => void }) {
  const { t } = useTranslation('screening')
  const remove = useCommand('screening.removeList', changedByLists)
  return (
    <Dialog
      title={t('lists.removeTitle')}
      kind="alert"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button
            look="danger"
            isBusy={remove.isRunning}
            onClick={() => {
              void remove.run({ editionId: edition.id }).then((outcome) => (outcome.ok ? onClose() : undefined))
            }}
          >
            {t('lists.removeNow')}
          </Button>
          <Button onClick={onClose}>{t('cancel')}</Button>
        </>
      }
    >
      <p>{t('lists.removeText', { title: edition.title, day: dayText(edition.editionOn) })}</p>
      {remove.fault === null ? null : <Refusal words={wordsFor(remove.fault)} />}
    </Dialog>
  )
}
