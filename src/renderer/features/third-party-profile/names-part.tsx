import { zodResolver } from '@hookform/resolvers/zod'
import { Controller, useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { nameKinds, OtherName } from '#shared/domain/third-party-profile.ts'
import { DateField } from '#renderer/ui/date-field.tsx'
import { dayText } from '#renderer/ui/numbers.ts'
import { SelectField } from '#renderer/ui/select-field.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { EntryFormFrame } from './entry-form.tsx'
import { type EntryFormProps, EntrySection } from './entry-section.tsx'
import type { ProfileOnScreen } from './use-profile.ts'

/** Earlier names, names it trades under, and names in other scripts. */
export function NamesPart({ profile, change }: ProfileOnScreen) {
  const { t } = useTranslation('third-party-profile')
  return (
    <EntrySection
      title={t('names.title')}
      entries={profile.names}
      empty={t('names.empty')}
      addLabel={t('names.add')}
      describe={({ kind, name, until }) => ({
        name,
        second: until === '' ? '' : t('names.untilDay', { day: dayText(until) }),
        kind: t(`names.kinds.${kind}`),
      })}
      Form={NameForm}
      change={(make, removed) => change((now) => ({ ...now, names: make(now.names) }), removed)}
    />
  )
}

function NameForm({ entry, save, onClose }: EntryFormProps<OtherName>) {
  const { t } = useTranslation('third-party-profile')
  const form = useForm<OtherName>({ resolver: zodResolver(OtherName), defaultValues: entry ?? { kind: 'former', name: '', until: '' } })
  const { errors, isDirty, isSubmitting } = form.formState
  const submit = form.handleSubmit(async (given) => void (await save(given)))
  return (
    <EntryFormFrame label={t('names.form')} isDirty={isDirty} isBusy={isSubmitting} onSubmit={submit} onClose={onClose}>
      <TextField label={t('names.name')} error={errors.name?.message} autoFocus {...form.register('name')} />
      <div className="form-row">
        <SelectField
          label={t('names.kind')}
          choices={nameKinds.map((id) => ({ id, label: t(`names.kinds.${id}`) }))}
          {...form.register('kind')}
        />
        <Controller
          control={form.control}
          name="until"
          render={({ field }) => (
            <DateField
              label={t('names.until')}
              isOptional
              day={field.value}
              onDay={(day) => field.onChange(day ?? '')}
              onBlur={field.onBlur}
              error={errors.until?.message}
            />
          )}
        />
      </div>
    </EntryFormFrame>
  )
}
