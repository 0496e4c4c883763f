import { zodResolver } from '@hookform/resolvers/zod'
import { Controller, useForm } from 'react-hook-form'
import { contract } from '#shared/contract/contract.ts'
import type { Organization } from '#shared/domain/organization.ts'
import { useCommand } from '#renderer/bridge/use-command.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { CountryField } from '#renderer/ui/country-field.tsx'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { TextArea } from '#renderer/ui/text-area.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { useUnsavedForm } from '#renderer/ui/unsaved-forms.ts'

const blank: Organization = { name: '', country: '', activity: '', contact: '' }

/** The firm being protected. Its name stands on every report. */
export function OrganizationForm({ organization }: { readonly organization: Organization | null }) {
  const save = useCommand('organization.save', ['organization.read'])
  const form = useForm({ resolver: zodResolver(contract['organization.save'].input), defaultValues: organization ?? blank })
  const { errors, isDirty } = form.formState
  useUnsavedForm(isDirty)
  const submit = form.handleSubmit(async (input) => {
    const outcome = await save.run(input)
    if (outcome.ok) form.reset(outcome.value.organization)
  })
  return (
    <form className="form" onSubmit={(event) => void submit(event)} noValidate aria-label="Organization">
      <TextField label="Name" hint="As it should stand on the report." error={errors.name?.message} {...form.register('name')} />
      <Controller
        control={form.control}
        name="country"
        render={({ field }) => (
          <CountryField
            label="Country"
            isOptional
            code={field.value}
            onChange={field.onChange}
            onBlur={field.onBlur}
            error={errors.country?.message}
          />
        )}
      />
      <TextArea label="What it does" isOptional rows={3} error={errors.activity?.message} {...form.register('activity')} />
      <TextField label="Contact for this report" isOptional error={errors.contact?.message} {...form.register('contact')} />
      {save.fault === null ? null : <Refusal words={wordsFor(save.fault)} />}
      <div className="form-actions">
        <Button type="submit" look={isDirty || organization === null ? 'primary' : 'secondary'} isBusy={save.isRunning}>
          {save.isRunning ? 'Saving…' : 'Save'}
        </Button>
        <span role="status" className="form-saved">
          {isDirty ? 'Not saved yet.' : organization === null ? '' : 'Saved.'}
        </span>
      </div>
    </form>
  )
}
