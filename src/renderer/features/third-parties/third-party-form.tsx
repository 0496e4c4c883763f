import { zodResolver } from '@hookform/resolvers/zod'
import { useState } from 'react'
import { Controller, useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { contract } from '#shared/contract/contract.ts'
import { RelationshipKind } from '#shared/domain/relationship.ts'
import type { ThirdParty, ThirdPartyDetails } from '#shared/domain/third-party.ts'
import { useCommand } from '#renderer/bridge/use-command.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { ChangeForm } from '#renderer/ui/changes.tsx'
import { CheckList } from '#renderer/ui/check-list.tsx'
import { CountryField } from '#renderer/ui/country-field.tsx'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { beginSave } from '#renderer/ui/saved-form.ts'
import { TextArea } from '#renderer/ui/text-area.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { useUnsavedForm } from '#renderer/ui/unsaved-forms.ts'

const blank: ThirdPartyDetails = { legalName: '', nativeName: '', registrationNumber: '', country: '', relationships: [], note: '' }

interface ThirdPartyFormProps {
  readonly thirdParty: ThirdParty | null
  readonly onSaved: (thirdParty: ThirdParty) => void
}

/** Adds a third party, or changes one. */
export function ThirdPartyForm({ thirdParty: given, onSaved }: ThirdPartyFormProps) {
  const { t } = useTranslation('third-party-profile')
  const add = useCommand('thirdParties.add', ['thirdParties.list'])
  const change = useCommand('thirdParties.change', ['thirdParties.list', 'thirdParties.read', 'assessments.list'])
  const fault = add.fault ?? change.fault
  // One that was added just now, and whose form stays because of what was typed meanwhile, is not added twice.
  const [added, setAdded] = useState<ThirdParty | null>(null)
  const thirdParty = given ?? added
  const form = useForm({
    resolver: zodResolver(contract['thirdParties.add'].input),
    defaultValues: thirdParty === null ? blank : detailsOf(thirdParty),
  })
  const { errors, isDirty } = form.formState
  const wasSaved = useUnsavedForm(isDirty)
  const submit = form.handleSubmit(async (input) => {
    const takeSaved = beginSave(form)
    const outcome = thirdParty === null ? await add.run(input) : await change.run({ ...input, id: thirdParty.id })
    if (!outcome.ok) return
    setAdded(outcome.value.thirdParty)
    if (takeSaved(detailsOf(outcome.value.thirdParty))) wasSaved()
    onSaved(outcome.value.thirdParty)
  })
  return (
    <ChangeForm className="form" onSubmit={(event) => void submit(event)} noValidate aria-label={t('identity.label')}>
      <TextField
        label={t('identity.legalName')}
        hint={t('identity.legalNameHint')}
        error={errors.legalName?.message}
        {...form.register('legalName')}
      />
      <TextField label={t('identity.nativeName')} isOptional error={errors.nativeName?.message} {...form.register('nativeName')} />
      <div className="form-row">
        <TextField
          label={t('identity.registrationNumber')}
          isOptional
          error={errors.registrationNumber?.message}
          {...form.register('registrationNumber')}
        />
        <Controller
          control={form.control}
          name="country"
          render={({ field }) => (
            <CountryField
              label={t('identity.country')}
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
            label={t('identity.relationships')}
            items={RelationshipKind.options.map((id) => ({ id, label: t(`meanings.${id}.label`), detail: t(`meanings.${id}.detail`) }))}
            checked={field.value}
            onChange={(checked) => field.onChange(RelationshipKind.options.filter((id) => checked.includes(id)))}
            error={errors.relationships?.message === undefined ? undefined : t('identity.noRelationship')}
          />
        )}
      />
      <TextArea label={t('identity.note')} isOptional rows={3} error={errors.note?.message} {...form.register('note')} />
      {fault === null ? null : <Refusal words={wordsFor(fault)} />}
      <div className="form-actions">
        <Button type="submit" look={isDirty || thirdParty === null ? 'primary' : 'secondary'} isBusy={add.isRunning || change.isRunning}>
          {thirdParty === null ? t('identity.add') : t('save')}
        </Button>
        <span role="status" className="form-saved">
          {thirdParty === null ? '' : isDirty ? t('identity.unsaved') : t('identity.saved')}
        </span>
      </div>
    </ChangeForm>
  )
}

function detailsOf({ legalName, nativeName, registrationNumber, country, relationships, note }: ThirdParty): ThirdPartyDetails {
  return { legalName, nativeName, registrationNumber, country, relationships, note }
}
