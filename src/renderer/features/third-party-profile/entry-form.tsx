import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#renderer/ui/button.tsx'
import { ChangeForm } from '#renderer/ui/changes.tsx'
import { useCancel, useUnsavedForm } from '#renderer/ui/unsaved-forms.ts'

interface EntryFormFrameProps {
  readonly label: string
  readonly isDirty: boolean
  readonly isBusy: boolean
  readonly onSubmit: () => Promise<void>
  readonly onClose: () => void
  readonly children: ReactNode
}

/** The frame of every form for an entry: it saves with Enter, and is counted while it holds something unsaved. */
export function EntryFormFrame({ label, isDirty, isBusy, onSubmit, onClose, children }: EntryFormFrameProps) {
  const { t } = useTranslation('third-party-profile')
  useUnsavedForm(isDirty)
  const cancel = useCancel(isDirty, onClose)
  return (
    <ChangeForm
      className="form form-inset entry-form"
      aria-label={label}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void onSubmit()
      }}
    >
      {children}
      <div className="form-actions">
        <Button type="submit" look="primary" isSmall isBusy={isBusy}>
          {t('save')}
        </Button>
        <Button look="quiet" isSmall onClick={cancel}>
          {t('cancel')}
        </Button>
      </div>
    </ChangeForm>
  )
}
