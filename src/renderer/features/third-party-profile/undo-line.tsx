import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#renderer/ui/button.tsx'

interface UndoLineProps {
  /** A new object for each removal; null when there is nothing to put back. */
  readonly removal: { readonly name: string } | null
  readonly onUndo: () => void
}

/** Says what was removed, and puts it back. What was removed took the focus with it; the way back has it then. */
export function UndoLine({ removal, onUndo }: UndoLineProps) {
  const { t } = useTranslation('third-party-profile')
  const undo = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (removal !== null && document.activeElement === document.body) undo.current?.focus()
  }, [removal])
  return (
    <div className="undo-line" role="status">
      {removal === null ? null : (
        <>
          <span>{t('removed', { name: removal.name })}</span>
          <Button ref={undo} changes isSmall onClick={onUndo}>
            {t('undo')}
          </Button>
        </>
      )}
    </div>
  )
}
