import { zodResolver } from '@hookform/resolvers/zod'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { contract } from '#shared/contract/contract.ts'
import type { Signer } from '#shared/domain/signer.ts'
import { useCommand } from '#renderer/bridge/use-command.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { ChangeForm } from '#renderer/ui/changes.tsx'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'

/** Makes a signer: a key that never leaves the vault and a certificate with this name. */
export function NewSigner({ onMade, onCancel }: { readonly onMade: (signer: Signer) => void; readonly onCancel?: () => void }) {
  const { t } = useTranslation('signers')
  const create = useCommand('signers.create', ['signers.list'])
  const form = useForm({ resolver: zodResolver(contract['signers.create'].input), defaultValues: { name: '', role: '' } })
  const submit = form.handleSubmit(async (input) => {
    const outcome = await create.run(input)
    if (outcome.ok) onMade(outcome.value.signer)
  })
  return (
    <ChangeForm className="form form-inset" onSubmit={(event) => void submit(event)} noValidate aria-label={t('make.title')}>
      <h3>{t('make.title')}</h3>
      <p>{t('make.text')}</p>
      <TextField label={t('make.name')} error={form.formState.errors.name?.message} {...form.register('name')} />
      <TextField label={t('make.role')} isOptional error={form.formState.errors.role?.message} {...form.register('role')} />
      {create.fault === null ? null : <Refusal words={wordsFor(create.fault)} />}
      <div className="form-actions">
        <Button type="submit" look="primary" isBusy={create.isRunning}>
          {create.isRunning ? t('make.making') : t('make.submit')}
        </Button>
        {onCancel === undefined ? null : (
          <Button look="quiet" onClick={onCancel}>
            {t('make.cancel')}
          </Button>
        )}
      </div>
    </ChangeForm>
  )
}
