import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Proof } from '#shared/contract/keys.ts'
import type { Place } from '#shared/contract/vault.ts'
import { SecretField } from '#renderer/ui/secret-field.tsx'
import { KeyFileChoice } from './key-file-choice.tsx'

interface ProofFormProps {
  readonly formId: string
  readonly hint: string
  readonly onSubmit: (proof: Proof) => void
  readonly children?: ReactNode
}

/** The passphrase or recovery code that opened the vault when the backup was made. */
export function ProofForm({ formId, hint, onSubmit, children }: ProofFormProps) {
  const { t } = useTranslation('backups')
  const [secret, setSecret] = useState('')
  const [isMissing, setIsMissing] = useState(false)
  const [file, setFile] = useState<Place | null>(null)
  return (
    <form
      id={formId}
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setIsMissing(secret === '')
        if (secret !== '') onSubmit({ secret, keyFile: file?.handle ?? null })
      }}
    >
      <SecretField
        label={t('proof.secret')}
        hint={hint}
        value={secret}
        autoFocus
        error={isMissing ? t('proof.empty') : undefined}
        onChange={(event) => {
          setSecret(event.target.value)
          setIsMissing(false)
        }}
      />
      <KeyFileChoice place={file} onChange={setFile} />
      {children}
    </form>
  )
}
