import { useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#renderer/ui/button.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { useSession } from './session/use-session.ts'
import { wishStep } from './step-wishes.ts'

/** For whoever does not know the keys: takes the last change back, or does it again. */
export function UndoButtons() {
  const { t } = useTranslation('answering')
  const session = useSession()
  const canUndo = useSyncExternalStore(session.subscribe, session.canUndo)
  const canRedo = useSyncExternalStore(session.subscribe, session.canRedo)
  return (
    <span className="undo-buttons">
      <Button
        look="quiet"
        isSmall
        aria-label={t('undo.button')}
        title={t('undo.buttonKeys')}
        aria-keyshortcuts="Control+Z"
        disabled={!canUndo}
        onClick={() => wishStep('undo')}
      >
        <Icon name="undo" />
      </Button>
      <Button
        look="quiet"
        isSmall
        aria-label={t('undo.again')}
        title={t('undo.againKeys')}
        aria-keyshortcuts="Control+Shift+Z"
        disabled={!canRedo}
        onClick={() => wishStep('redo')}
      >
        <Icon name="redo" />
      </Button>
    </span>
  )
}
