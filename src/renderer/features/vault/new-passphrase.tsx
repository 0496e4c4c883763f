import { zodResolver } from '@hookform/resolvers/zod'
import { useForm, useWatch } from 'react-hook-form'
import { z } from 'zod'
import { useTranslation } from 'react-i18next'
import { contract } from '#shared/contract/contract.ts'
import type { Proof, Way } from '#shared/contract/keys.ts'
import { useCommand } from '#renderer/bridge/use-command.ts'
import { useQuery } from '#renderer/bridge/use-query.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { SecretField } from '#renderer/ui/secret-field.tsx'
import { Waiting } from '#renderer/ui/waiting.tsx'
import { firstName, wayName } from './settings/way-name.ts'
import { StrengthAdvice } from './strength-advice.tsx'

interface NewPassphraseProps {
  /** The recovery code with which the vault was opened. */
  readonly proof: Proof
  readonly onDone: () => void
}

/** After the recovery code: a new passphrase in the place of the forgotten one. */
export function NewPassphrase({ proof, onDone }: NewPassphraseProps) {
  const { t } = useTranslation('vault')
  const query = useQuery('keys.list', {})
  if (query.state === 'loading') return <Waiting what={t('forgotten.reading')} />
  if (query.state === 'failed')
    return <Refusal words={wordsFor(query.fault)} actions={<Button onClick={onDone}>{t('forgotten.goOn')}</Button>} />
  const passphrases = query.value.ways.filter(({ kind }) => kind === 'passphrase')
  return <NewPassphraseForm passphrases={passphrases} proof={proof} onDone={onDone} />
}

const Form = z
  .strictObject({
    wayId: z.string(),
    passphrase: contract['keys.addPassphrase'].input.shape.passphrase,
    repeated: z.string(),
  })
  .refine((form) => form.passphrase === form.repeated, { path: ['repeated'], message: 'is not the same as the first; type it again' })

interface FormProps extends NewPassphraseProps {
  readonly passphrases: readonly Way[]
}

function NewPassphraseForm({ passphrases, proof, onDone }: FormProps) {
  const { t } = useTranslation('vault')
  const change = useCommand('keys.changePassphrase')
  const add = useCommand('keys.addPassphrase')
  const first = passphrases[0]
  const form = useForm({ resolver: zodResolver(Form), defaultValues: { wayId: first?.id ?? '', passphrase: '', repeated: '' } })
  const [passphrase, wayId] = useWatch({ control: form.control, name: ['passphrase', 'wayId'] })
  const submit = form.handleSubmit(async (wanted) => {
    const outcome = await (first === undefined
      ? add.run({ proof, name: firstName, passphrase: wanted.passphrase })
      : change.run({ proof, wayId: wanted.wayId, passphrase: wanted.passphrase, dropsKeyFile: true }))
    if (outcome.ok) onDone()
  })
  const fault = change.fault ?? add.fault
  const isBusy = change.isRunning || add.isRunning
  return (
    <form className="unlock-form" onSubmit={(event) => void submit(event)} noValidate>
      <h2>{t('forgotten.title')}</h2>
      <p>{t('forgotten.lead')}</p>
      {passphrases.length < 2 ? null : (
        <fieldset className="choice-list">
          <legend className="field-label">{t('forgotten.which')}</legend>
          {passphrases.map((way) => (
            <label key={way.id} className="check">
              <input type="radio" value={way.id} {...form.register('wayId')} />
              <span>{wayName(way)}</span>
            </label>
          ))}
        </fieldset>
      )}
      <SecretField
        label={t('forgotten.new')}
        error={form.formState.errors.passphrase?.message}
        autoFocus
        {...form.register('passphrase')}
      />
      <StrengthAdvice passphrase={passphrase} />
      <SecretField label={t('forgotten.newAgain')} error={form.formState.errors.repeated?.message} {...form.register('repeated')} />
      {passphrases.find(({ id }) => id === wayId)?.needsKeyFile === true ? (
        <p className="field-hint">{t('forgotten.withoutKeyFile')}</p>
      ) : null}
      {fault === null ? null : <Refusal words={wordsFor(fault)} />}
      <div className="form-actions">
        <Button type="submit" look="primary" isBusy={isBusy}>
          {isBusy ? t('forgotten.setting') : t('forgotten.set')}
        </Button>
        <Button look="quiet" onClick={onDone}>
          {t('forgotten.notNow')}
        </Button>
      </div>
    </form>
  )
}
