import { zodResolver } from '@hookform/resolvers/zod'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { useTranslation } from 'react-i18next'
import { contract } from '#shared/contract/contract.ts'
import type { Proof } from '#shared/contract/keys.ts'
import type { Opened, Place } from '#shared/contract/vault.ts'
import { useCommand } from '#renderer/bridge/use-command.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { SecretField } from '#renderer/ui/secret-field.tsx'
import { KeyFileField } from './key-file-field.tsx'

interface OpenFormProps {
  readonly handle: string
  readonly keyFile: 'never' | 'sometimes' | 'always'
  readonly canRemember: boolean
  readonly look: 'primary' | 'secondary'
  /** `hasNotRemembered`: the vault is open, but this device could not remember it as was asked. */
  readonly onOpened: (opened: Opened, proof: Proof, hasNotRemembered: boolean) => void
  readonly onBack: () => void
  /** Called when the vault itself, and not what was typed, is the reason that it does not open. */
  readonly onDamaged: () => void
}

const damages: ReadonlySet<string> = new Set(['database-damaged', 'keys-damaged', 'keys-changed', 'read-failed'])

const Form = z.strictObject({ secret: contract['vault.open'].input.shape.secret, remembers: z.boolean() })

export function OpenForm({ handle, keyFile, canRemember, look, onOpened, onBack, onDamaged }: OpenFormProps) {
  const { t } = useTranslation('vault')
  const open = useCommand('vault.open')
  const remember = useCommand('device.remember')
  const [file, setFile] = useState<Place | null>(null)
  const form = useForm({ resolver: zodResolver(Form), defaultValues: { secret: '', remembers: false } })
  const submit = form.handleSubmit(async ({ secret, remembers }) => {
    const proof: Proof = { secret, keyFile: file?.handle ?? null }
    const outcome = await open.run({ handle, ...proof })
    if (!outcome.ok) return form.setFocus('secret', { shouldSelect: true })
    const isKept = remembers && outcome.value.openedWith === 'passphrase' ? (await remember.run({ proof })).ok : true
    return onOpened(outcome.value, proof, !isKept)
  })
  const isBusy = open.isRunning || remember.isRunning
  return (
    <form className="unlock-form" onSubmit={(event) => void submit(event)} noValidate aria-label={t('open.label')}>
      <SecretField label={t('open.secret')} error={form.formState.errors.secret?.message} autoFocus {...form.register('secret')} />
      {keyFile === 'never' ? null : <KeyFileField place={file} onChange={setFile} hint={t(`open.keyFileHints.${keyFile}`)} />}
      {canRemember ? (
        <label className="check">
          <input type="checkbox" {...form.register('remembers')} />
          <span>
            {t('open.remember')}
            <span className="check-detail">{t('open.rememberHint')}</span>
          </span>
        </label>
      ) : null}
      {open.fault === null ? null : (
        <Refusal
          words={wordsFor(open.fault)}
          {...(damages.has(open.fault.code) ? { actions: <Button onClick={onDamaged}>{t('open.rescue')}</Button> } : {})}
        />
      )}
      <div className="form-actions">
        <Button type="submit" look={look} isBusy={isBusy}>
          {isBusy ? t('open.opening') : t('open.submit')}
        </Button>
        <Button look="quiet" onClick={onBack}>
          {t('back')}
        </Button>
      </div>
    </form>
  )
}
