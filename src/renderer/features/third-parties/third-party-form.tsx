import { zodResolver } from '@hookform/resolvers/zod'
import { Controller, useForm } from 'react-hook-form'
import { contract } from '#shared/contract/contract.ts'
import { RelationshipKind } from '#shared/domain/relationship.ts'
import type { ThirdParty, ThirdPartyDetails } from '#shared/domain/third-party.ts'
import { useCommand } from '#renderer/bridge/use-command.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { CheckList } from '#renderer/ui/check-list.tsx'
import { CountryField } from '#renderer/ui/country-field.tsx'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { TextArea } from '#renderer/ui/text-area.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { useUnsavedForm } from '#renderer/ui/unsaved-forms.ts'
import { relationshipMeanings } from './relationship-meanings.ts'

const blank: ThirdPartyDetails = { legalName: '', nativeName: '', registrationNumber: '', country: '', relationships: [], note: '' }

interface ThirdPartyFormProps {
  readonly thirdParty: ThirdParty | null
  readonly onSaved: (thirdParty: ThirdParty) => void
}

/** Adds a third party, or changes one. */
export function ThirdPartyForm({ thirdParty, onSaved }: ThirdPartyFormProps) {
  const add = useCommand('thirdParties.add', ['thirdParties.list'])
  const change = useCommand('thirdParties.change', ['thirdParties.list', 'thirdParties.read', 'assessments.list'])
  const fault = add.fault ?? change.fault
  const form = useForm({
    resolver: zodResolver(contract['thirdParties.add'].input),
    defaultValues: thirdParty === null ? blank : detailsOf(thirdParty),
  })
  const { errors, isDirty } = form.formState
  const wasSaved = useUnsavedForm(isDirty)
  const submit = form.handleSubmit(async (input) => {
    const outcome = thirdParty === null ? await add.run(input) : await change.run({ ...input, id: thirdParty.id })
    if (!outcome.ok) return
    form.reset(detailsOf(outcome.value.thirdParty))
    wasSaved()
    onSaved(outcome.value.thirdParty)
  })
  return (
    <form className="form" onSubmit={(event) => void submit(event)} noValidate aria-label="Third party">
      <TextField
        label="Legal name"
        hint="As the official register has it."
        error={errors.legalName?.message}
        {...form.register('legalName')}
      />
      <TextField label="Name in its own script" isOptional error={errors.nativeName?.message} {...form.register('nativeName')} />
      <div className="form-row">
        <TextField
          label="Registration number"
          isOptional
          error={errors.registrationNumber?.message}
          {...form.register('registrationNumber')}
        />
        <Controller
          control={form.control}
          name="country"
          render={({ field }) => (
            <CountryField
              label="Country of registration"
              isOptional
              code={field.value}
              onChange={field.onChange}
              onBlur={field.onBlur}
              error={errors.country?.message}
            />
          )}
        />
      </div>
      <Controller
        control={form.control}
        name="relationships"
        render={({ field }) => (
          <CheckList
            label="What it is to you"
            items={RelationshipKind.options.map((id) => ({ id, ...relationshipMeanings[id] }))}
            checked={field.value}
            onChange={(checked) => field.onChange(RelationshipKind.options.filter((id) => checked.includes(id)))}
            error={errors.relationships?.message === undefined ? undefined : 'No relationship is chosen; choose at least one.'}
          />
        )}
      />
      <TextArea label="Note" isOptional rows={3} error={errors.note?.message} {...form.register('note')} />
      {fault === null ? null : <Refusal words={wordsFor(fault)} />}
      <div className="form-actions">
        <Button type="submit" look={isDirty || thirdParty === null ? 'primary' : 'secondary'} isBusy={add.isRunning || change.isRunning}>
          {thirdParty === null ? 'Add the third party' : 'Save'}
        </Button>
        <span role="status" className="form-saved">
          {thirdParty === null ? '' : isDirty ? 'Not saved yet.' : 'Saved.'}
        </span>
      </div>
    </form>
  )
}

function detailsOf({ legalName, nativeName, registrationNumber, country, relationships, note }: ThirdParty): ThirdPartyDetails {
  return { legalName, nativeName, registrationNumber, country, relationships, note }
}
