import { zodResolver } from '@hookform/resolvers/zod'
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
import type { FoundCertificate, FoundToken } from './token-certificates.tsx'
import { takesPin } from './token-notes.tsx'
import { TokenWait } from './use-token-pin.tsx'

interface ChosenCertificateProps {
  readonly handle: string
  readonly token: FoundToken
  readonly certificate: FoundCertificate
  readonly onAdded: (signer: ListedSigner) => void
  readonly onCancel: () => void
}

const Details = contract['signers.addToken'].input.pick({ role: true, withIssuers: true, pin: true })

/** The rest of what a signer on a token needs, and the trial of its key. The PIN is used once and forgotten. */
export function ChosenCertificate({ handle, token, certificate, onAdded, onCancel }: ChosenCertificateProps) {
  const { t } = useTranslation('tokens')
  const add = useCommand('signers.addToken', ['signers.list'])
  const form = useForm({
    resolver: zodResolver(Details),
    defaultValues: { role: '', withIssuers: true, ...(takesPin(token) ? { pin: '' } : {}) },
  })
  const { errors } = form.formState
  const submit = form.handleSubmit(async (details) => {
    const outcome = await add.run({ ...details, handle, serial: token.serial, label: token.label, sha256: certificate.sha256 })
    form.resetField('pin')
    if (outcome.ok) onAdded(outcome.value.signer)
    else if (outcome.fault.code.startsWith('token-pin')) form.setFocus('pin')
  })
  return (
    <ChangeForm className="form" aria-label={certificate.subject} onSubmit={(event) => void submit(event)} noValidate>
      <TextField label={t('role')} isOptional error={errors.role?.message} {...form.register('role')} />
      {certificate.issuerCount === 0 ? null : (
        <label className="check">
          <input type="checkbox" {...form.register('withIssuers')} />
          <span>{t('withIssuers', { count: certificate.issuerCount })}</span>
        </label>
      )}
      {takesPin(token) ? (
        <SecretField label={t('pin')} hint={t('pinHint')} autoComplete="off" error={errors.pin?.message} {...form.register('pin')} />
      ) : null}
      {add.fault === null ? null : <Refusal words={wordsFor(add.fault)} />}
      {add.isRunning ? <TokenWait /> : null}
      <div className="form-actions">
        <Button type="submit" look="primary" isBusy={add.isRunning} disabled={token.pin === 'locked' || !token.isReady}>
          {add.isRunning ? t('adding') : t('addNow')}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </ChangeForm>
  )
}
