import { zodResolver } from '@hookform/resolvers/zod'
import { useForm, useWatch } from 'react-hook-form'
import { z } from 'zod'
import { contract } from '#shared/contract/contract.ts'
import type { Proof, Way } from '#shared/contract/keys.ts'
import { useCommand } from '#renderer/bridge/use-command.ts'
import { useQuery } from '#renderer/bridge/use-query.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { SecretField } from '#renderer/ui/secret-field.tsx'
import { Waiting } from '#renderer/ui/waiting.tsx'
import { StrengthAdvice } from './strength-advice.tsx'

interface NewPassphraseProps {
  /** The recovery code with which the vault was opened. */
  readonly proof: Proof
  readonly onDone: () => void
}

/** After the recovery code: a new passphrase in the place of the forgotten one. */
export function NewPassphrase({ proof, onDone }: NewPassphraseProps) {
  const query = useQuery('keys.list', {})
  if (query.state === 'loading') return <Waiting what="Reading the ways to open the vault…" />
  if (query.state === 'failed') return <Refusal words={wordsFor(query.fault)} actions={<Button onClick={onDone}>Go on</Button>} />
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
  const change = useCommand('keys.changePassphrase')
  const add = useCommand('keys.addPassphrase')
  const first = passphrases[0]
  const form = useForm({ resolver: zodResolver(Form), defaultValues: { wayId: first?.id ?? '', passphrase: '', repeated: '' } })
  const [passphrase, wayId] = useWatch({ control: form.control, name: ['passphrase', 'wayId'] })
  const submit = form.handleSubmit(async (wanted) => {
    const outcome = await (first === undefined
      ? add.run({ proof, name: 'Passphrase', passphrase: wanted.passphrase })
      : change.run({ proof, wayId: wanted.wayId, passphrase: wanted.passphrase, dropsKeyFile: true }))
    if (outcome.ok) onDone()
  })
  const fault = change.fault ?? add.fault
  const isBusy = change.isRunning || add.isRunning
  return (
    <form className="unlock-form" onSubmit={(event) => void submit(event)} noValidate>
      <h2>Set a new passphrase</h2>
      <p>
        The recovery code has opened the vault. If the passphrase is forgotten, set a new one now; the recovery code stays good, so keep the
        paper.
      </p>
      {passphrases.length < 2 ? null : (
        <fieldset className="choice-list">
          <legend className="field-label">Which passphrase is forgotten?</legend>
          {passphrases.map(({ id, name }) => (
            <label key={id} className="check">
              <input type="radio" value={id} {...form.register('wayId')} />
              <span>{name}</span>
            </label>
          ))}
        </fieldset>
      )}
      <SecretField label="New passphrase" error={form.formState.errors.passphrase?.message} autoFocus {...form.register('passphrase')} />
      <StrengthAdvice passphrase={passphrase} />
      <SecretField label="New passphrase again" error={form.formState.errors.repeated?.message} {...form.register('repeated')} />
      {passphrases.find(({ id }) => id === wayId)?.needsKeyFile === true ? (
        <p className="field-hint">The new passphrase will open the vault without a key file. You can make a new key file in Settings.</p>
      ) : null}
      {fault === null ? null : <Refusal words={wordsFor(fault)} />}
      <div className="form-actions">
        <Button type="submit" look="primary" isBusy={isBusy}>
          {isBusy ? 'Setting it…' : 'Set the new passphrase'}
        </Button>
        <Button look="quiet" onClick={onDone}>
          Not now
        </Button>
      </div>
    </form>
  )
}
