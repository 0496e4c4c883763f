import { zodResolver } from '@hookform/resolvers/zod'
import { useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { z } from 'zod'
import { useTranslation } from 'react-i18next'
import { contract } from '#shared/contract/contract.ts'
import type { Place, VaultState } from '#shared/contract/vault.ts'
import { useCommand } from '#renderer/bridge/use-command.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { SecretField } from '#renderer/ui/secret-field.tsx'
import { RecoveryCode } from './recovery-code.tsx'
import { StrengthAdvice } from './strength-advice.tsx'

const NewVaultForm = contract['vault.create'].input
  .extend({ repeated: z.string() })
  .refine((form) => form.passphrase === form.repeated, { path: ['repeated'], message: 'is not the same as the first; type it again' })

interface NewVaultProps {
  readonly place: Place
  readonly onOpen: (vault: VaultState) => void
  readonly onBack: () => void
}

export function NewVault({ place, onOpen, onBack }: NewVaultProps) {
  const { t } = useTranslation('vault')
  const create = useCommand('vault.create')
  const [made, setMade] = useState<{ readonly code: string; readonly vault: VaultState } | null>(null)
  const form = useForm({ resolver: zodResolver(NewVaultForm), defaultValues: { handle: place.handle, passphrase: '', repeated: '' } })
  const passphrase = useWatch({ control: form.control, name: 'passphrase' })
  if (made !== null) return <RecoveryCode code={made.code} onConfirmed={() => onOpen(made.vault)} />

  const submit = form.handleSubmit(async (input) => {
    const outcome = await create.run({ handle: input.handle, passphrase: input.passphrase })
    if (outcome.ok) {
      form.reset({ handle: place.handle, passphrase: '', repeated: '' })
      setMade({ code: outcome.value.recoveryCode, vault: outcome.value.vault })
    }
  })
  return (
    <form className="unlock-form" onSubmit={(event) => void submit(event)} noValidate>
      <h2>{t('fresh.title', { label: place.label })}</h2>
      <p>{t('fresh.lead')}</p>
      <SecretField
        label={t('fresh.passphrase')}
        error={form.formState.errors.passphrase?.message}
        autoFocus
        {...form.register('passphrase')}
      />
      <StrengthAdvice passphrase={passphrase} />
      <SecretField label={t('fresh.again')} error={form.formState.errors.repeated?.message} {...form.register('repeated')} />
      {create.fault === null ? null : <Refusal words={wordsFor(create.fault)} />}
      <div className="form-actions">
        <Button type="submit" look="primary" isBusy={create.isRunning}>
          {create.isRunning ? t('fresh.making') : t('fresh.make')}
        </Button>
        <Button look="quiet" onClick={onBack}>
          {t('back')}
        </Button>
      </div>
    </form>
  )
}
