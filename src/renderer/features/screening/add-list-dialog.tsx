import { useTranslation } from 'react-i18next'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { Progress } from '#renderer/ui/progress.tsx'
import { FormPlace, useGivingWay } from '#renderer/ui/unsaved-forms.ts'
import { EditionForm, editionFormId } from './edition-form.tsx'
import { HoleList } from './hole-list.tsx'
import type { ListFileDesk } from './use-list-file.ts'

/** A list file on its way into the vault: being read, then waiting for somebody to say what it is. */
export function AddListDialog({ desk, onKept }: { readonly desk: ListFileDesk; readonly onKept: () => void }) {
  const { t } = useTranslation('screening')
  const { stage, close: putAway } = desk
  const { place, giveWay } = useGivingWay()
  const close = () => giveWay(putAway)
  if (stage.at === 'none') return null
  const { file } = stage
  const isRead = stage.at === 'read'
  return (
    <Dialog
      title={t('add.title')}
      kind="alert"
      isOpen
      onClose={close}
      actions={
        <>
          {isRead ? (
            <Button type="submit" form={editionFormId} look="primary">
              {t('add.keep')}
            </Button>
          ) : null}
          <Button onClick={close}>{t('cancel')}</Button>
        </>
      }
    >
      {stage.at === 'reading' ? (
        <>
          <p role="status">{t('add.reading', { file: file.fileName })}</p>
          <Progress label={t('add.progress')} done={stage.done} total={stage.total} />
        </>
      ) : (
        <>
          <p role="status">{t('add.read', { count: stage.read.entryCount, file: file.fileName })}</p>
          <p className="screening-quiet">
            {t('add.types', { ...stage.read.typeCounts, notStated: stage.read.typeCounts['not-stated'] })} {t('add.none')}
          </p>
          <HoleList holes={stage.read.holes} />
          <FormPlace value={place}>
            <EditionForm
              file={file}
              knownAs={stage.read.knownAs}
              onKept={() => {
                putAway()
                onKept()
              }}
            />
          </FormPlace>
        </>
      )}
    </Dialog>
  )
}
