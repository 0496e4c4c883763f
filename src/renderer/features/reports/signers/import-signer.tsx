import { zodResolver } from '@hookform/resolvers/zod'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { contract } from '#shared/contract/contract.ts'
import type { ListedSigner } from '#shared/domain/signer.ts'
import { useCommand } from '#renderer/bridge/use-command.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { ChangeForm } from '#renderer/ui/changes.tsx'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { SecretField } from '#renderer/ui/secret-field.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'

interface ImportSignerProps {
  readonly onImported: (signer: ListedSigner) => void
  readonly onCancel: () => void
}

const Details = contract['signers.import'].input.omit({ handle: true })

/** Brings a certificate with its key into the vault. The passphrase is used once and forgotten. */
export function ImportSigner({ onImported, onCancel }: ImportSignerProps) {
  const { t } = useTranslation('signers')
  const choose = useCommand('signers.chooseFile')
  const bring = useCommand('signers.import', ['signers.list'])
  const [file, setFile] = useState<{ readonly handle: string; readonly label: string } | null>(null)
  const [isMissing, setIsMissing] = useState(false)
  const form = useForm({ resolver: zodResolver(Details), defaultValues: { passphrase: '', role: '' } })
  const { errors } = form.formState
  const fault = choose.fault ?? bring.fault

  const pick = async () => {
    bring.forget()
    const chosen = await choose.run({ kind: 'key-file' })
    if (!chosen.ok || chosen.value.handle === null) return
    setFile({ handle: chosen.value.handle, label: chosen.value.label })
    setIsMissing(false)
  }
  const submit = form.handleSubmit(async (details) => {
    setIsMissing(file === null)
    if (file === null) return
    const outcome = await bring.run({ ...details, handle: file.handle })
    form.resetField('passphrase')
    if (outcome.ok) onImported(outcome.value.signer)
  })
  return (
    <ChangeForm className="form form-inset" aria-label={t('importTitle')} onSubmit={(event) => void submit(event)} noValidate>
      <h3>{t('importTitle')}</h3>
      <p>{t('importLead')}</p>
      <div className="form-actions">
        <Button isBusy={choose.isRunning} onClick={() => void pick()}>
          {file === null ? t('choose') : t('chooseAnother')}
        </Button>
        <span className="form-saved" role="status">
          {file === null ? '' : t('chosen', { label: file.label })}
        </span>
      </div>
      {isMissing ? (
        <div className="field-error" role="alert">
          {t('notChosen')}
        </div>
      ) : null}
      <SecretField label={t('passphrase')} autoComplete="off" error={errors.passphrase?.message} {...form.register('passphrase')} />
      <TextField label={t('role')} isOptional error={errors.role?.message} {...form.register('role')} />
      {fault === null ? null : <Refusal words={wordsFor(fault)} />}
      <div className="form-actions">
        <Button type="submit" look="primary" isBusy={bring.isRunning}>
          {bring.isRunning ? t('importing') : t('importNow')}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </ChangeForm>
  )
}
