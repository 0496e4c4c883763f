import { useId, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Proof } from '#shared/contract/keys.ts'
import type { CallFault } from '#renderer/bridge/call.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { ProofForm } from './proof-form.tsx'

interface BackupDialogProps {
  readonly title: string
  readonly hint: string
  readonly submitLabel: string
  readonly isBusy: boolean
  readonly fault: CallFault | null
  /** What came of it; the form stands while there is nothing. */
  readonly result: ReactNode
  readonly onSubmit: (proof: Proof) => void
  readonly onClose: () => void
}

/** Asks for what opened a backup in its day, does something with it, and then says what came of it. */
export function BackupDialog({ title, hint, submitLabel, isBusy, fault, result, onSubmit, onClose }: BackupDialogProps) {
  const { t } = useTranslation('backups')
  const formId = useId()
  const actions =
    result === null ? (
      <>
        <Button type="submit" form={formId} look="primary" isBusy={isBusy}>
          {submitLabel}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('cancel')}
        </Button>
      </>
    ) : (
      <Button look="primary" onClick={onClose}>
        {t('done')}
      </Button>
    )
  return (
    <Dialog title={title} kind="alert" isOpen onClose={onClose} actions={actions}>
      {result === null ? (
        <ProofForm formId={formId} hint={hint} onSubmit={onSubmit}>
          {fault === null ? null : <Refusal words={wordsFor(fault)} />}
        </ProofForm>
      ) : (
        <div role="status">{result}</div>
      )}
    </Dialog>
  )
}
