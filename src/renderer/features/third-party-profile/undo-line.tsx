import { useTranslation } from 'react-i18next'
import { Button } from '#renderer/ui/button.tsx'

/** Says what was removed, and puts it back. Its place is always there, so that a screen reader hears of it. */
export function UndoLine({ removed, onUndo }: { readonly removed: string | null; readonly onUndo: () => void }) {
  const { t } = useTranslation('third-party-profile')
  return (
    <div className="undo-line" role="status">
      {removed === null ? null : (
        <>
          <span>{t('removed', { name: removed })}</span>
          <Button changes isSmall onClick={onUndo}>
            {t('undo')}
          </Button>
        </>
      )}
    </div>
  )
}
