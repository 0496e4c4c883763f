import { zodResolver } from '@hookform/resolvers/zod'
import { useForm } from 'react-hook-form'
import { contract } from '#shared/contract/contract.ts'
import type { Place, VaultState } from '#shared/contract/vault.ts'
import { useCommand } from '#renderer/bridge/use-command.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { SecretField } from '#renderer/ui/secret-field.tsx'

interface OpenVaultProps {
  readonly place: Place
  readonly onOpen: (vault: VaultState) => void
  readonly onBack: () => void
}

export function OpenVault({ place, onOpen, onBack }: OpenVaultProps) {
  const open = useCommand('vault.open')
  const form = useForm({ resolver: zodResolver(contract['vault.open'].input), defaultValues: { handle: place.handle, secret: '' } })
  const submit = form.handleSubmit(async (input) => {
    const outcome = await open.run(input)
    if (outcome.ok) onOpen(outcome.value.vault)
    else form.setFocus('secret', { shouldSelect: true })
  })
  return (
    <form className="unlock-form" onSubmit={(event) => void submit(event)} noValidate>
      <h2>Open {place.label}</h2>
      <SecretField
        label="Passphrase or recovery code"
        error={form.formState.errors.secret?.message}
        autoFocus
        {...form.register('secret')}
      />
      {open.fault === null ? null : <Refusal words={wordsFor(open.fault)} />}
      <div className="form-actions">
        <Button type="submit" look="primary" isBusy={open.isRunning}>
          {open.isRunning ? 'Opening…' : 'Open'}
        </Button>
        <Button look="quiet" onClick={onBack}>
          Back
        </Button>
      </div>
    </form>
  )
}
