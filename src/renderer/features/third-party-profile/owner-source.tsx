import { zodResolver } from '@hookform/resolvers/zod'
import { Controller, useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { OwnerTree } from '#shared/domain/owner-tree.ts'
import { ChangeForm } from '#renderer/ui/changes.tsx'
import { DateField } from '#renderer/ui/date-field.tsx'
import { beginSave } from '#renderer/ui/saved-form.ts'
import { TextField } from '#renderer/ui/text-field.tsx'
import { useUnsavedForm } from '#renderer/ui/unsaved-forms.ts'
import { SaveActions } from './save-actions.tsx'
import type { OwnersOnScreen } from './use-owners.ts'

const Source = OwnerTree.pick({ asOf: true, source: true })

/** Where the tree was taken from, and what day that speaks of. */
export function OwnerSource({ owners, change }: Pick<OwnersOnScreen, 'owners' | 'change'>) {
  const { t } = useTranslation('third-party-profile')
  const { asOf, source } = owners
  // What changed elsewhere comes in; what is typed here and not saved stays.
  const form = useForm({ resolver: zodResolver(Source), values: { asOf, source }, resetOptions: { keepDirtyValues: true } })
  const { errors, isDirty, isSubmitting } = form.formState
  useUnsavedForm(isDirty)
  const submit = form.handleSubmit(async (given) => {
    const takeSaved = beginSave(form)
    if (await change((now) => ({ ...now, ...given }))) takeSaved(given)
  })
  return (
    <ChangeForm className="form" noValidate aria-label={t('owners.sourceForm')} onSubmit={(event) => void submit(event)}>
      <div className="form-row">
        <TextField
          label={t('owners.source')}
          hint={t('owners.sourceHint')}
          isOptional
          error={errors.source?.message}
          {...form.register('source')}
        />
        <Controller
          control={form.control}
          name="asOf"
          render={({ field }) => (
            <DateField
              label={t('owners.asOf')}
              isOptional
              day={field.value}
              onDay={(day) => field.onChange(day ?? '')}
              onBlur={field.onBlur}
              error={errors.asOf?.message}
            />
          )}
        />
      </div>
      <SaveActions isDirty={isDirty} isSubmitting={isSubmitting} />
    </ChangeForm>
  )
}
