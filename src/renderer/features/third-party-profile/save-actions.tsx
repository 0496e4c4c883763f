import { useTranslation } from 'react-i18next'
import { Button } from '#renderer/ui/button.tsx'

interface SaveActionsProps {
  readonly isDirty: boolean
  readonly isSubmitting: boolean
}

/** The button of a form that stays on the screen once it is saved, and whether what it shows is kept. */
export function SaveActions({ isDirty, isSubmitting }: SaveActionsProps) {
  const { t } = useTranslation('third-party-profile')
  return (
    <div className="form-actions">
      <Button type="submit" look={isDirty ? 'primary' : 'secondary'} isSmall isBusy={isSubmitting}>
        {t('save')}
      </Button>
      <span role="status" className="form-saved">
        {isDirty ? t('notSaved') : ''}
      </span>
    </div>
  )
}
