import { useId, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Proof } from '#shared/contract/keys.ts'
import type { Place } from '#shared/contract/vault.ts'
import type { CallFault } from '#renderer/bridge/call.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { SecretField } from '#renderer/ui/secret-field.tsx'
import { KeyFileField } from '../key-file-field.tsx'

interface ProofDialogProps {
  readonly title: string
  /** What is asked for as proof, such as "Your passphrase or recovery code". */
  readonly proofLabel?: string
  readonly asksKeyFile: boolean
  readonly submitLabel: string
  readonly isDangerous?: boolean
  readonly isBusy: boolean
  readonly fault: CallFault | null
  /** Why the fields of `children` cannot be sent yet; null when they can. Called on submit. */
  readonly check?: () => boolean
  readonly onSubmit: (proof: Proof) => void
  readonly onClose: () => void
  readonly children?: ReactNode
}

/** A change of the keys, confirmed with what opens the vault. */
export function ProofDialog({
  title,
  proofLabel,
  asksKeyFile,
  submitLabel,
  isDangerous = false,
  isBusy,
  fault,
  check,
  onSubmit,
  onClose,
  children,
}: ProofDialogProps) {
  const { t } = useTranslation('keys')
  const formId = useId()
  const [secret, setSecret] = useState('')
  const [isMissing, setIsMissing] = useState(false)
  const [file, setFile] = useState<Place | null>(null)
  const submit = () => {
    setIsMissing(secret === '')
    const isComplete = check?.() ?? true
    if (isComplete && secret !== '' && !isBusy) onSubmit({ secret, keyFile: file?.handle ?? null })
  }
  return (
    <Dialog
      title={title}
      kind="alert"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button type="submit" form={formId} look={isDangerous ? 'danger' : 'primary'} isBusy={isBusy}>
            {submitLabel}
          </Button>
          <Button look="quiet" onClick={onClose}>
            {t('cancel')}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        {children}
        <SecretField
          label={proofLabel ?? t('proof.label')}
          value={secret}
          autoFocus={children === undefined}
          error={isMissing ? t('proof.empty') : undefined}
          onChange={(event) => {
            setSecret(event.target.value)
            setIsMissing(false)
          }}
        />
        {asksKeyFile ? <KeyFileField place={file} onChange={setFile} hint={t('proof.keyFileHint')} /> : null}
        {fault === null ? null : <Refusal words={wordsFor(fault)} />}
      </form>
    </Dialog>
  )
}
