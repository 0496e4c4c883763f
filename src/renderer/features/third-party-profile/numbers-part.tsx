import { zodResolver } from '@hookform/resolvers/zod'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { plainLei } from '#shared/domain/lei.ts'
import { Identifier, ThirdPartyProfile } from '#shared/domain/third-party-profile.ts'
import { ChangeForm } from '#renderer/ui/changes.tsx'
import { beginSave } from '#renderer/ui/saved-form.ts'
import { TextField } from '#renderer/ui/text-field.tsx'
import { useUnsavedForm } from '#renderer/ui/unsaved-forms.ts'
import { EntryFormFrame } from './entry-form.tsx'
import { type EntryFormProps, EntrySection } from './entry-section.tsx'
import { SaveActions } from './save-actions.tsx'
import type { ProfileOnScreen } from './use-profile.ts'

const Single = ThirdPartyProfile.pick({ lei: true, website: true })

/** The LEI, the website and whatever else the third party is known by. */
export function NumbersPart({ profile, change }: ProfileOnScreen) {
  const { t } = useTranslation('third-party-profile')
  return (
    <>
      <SingleForm profile={profile} change={change} />
      <EntrySection
        title={t('identifiers.title')}
        entries={profile.identifiers}
        empty={t('identifiers.empty')}
        addLabel={t('identifiers.add')}
        describe={({ type, value }) => ({ name: value, second: type })}
        Form={IdentifierForm}
        change={(make, removed) => change((now) => ({ ...now, identifiers: make(now.identifiers) }), removed)}
      />
    </>
  )
}

function SingleForm({ profile, change }: Pick<ProfileOnScreen, 'profile' | 'change'>) {
  const { t } = useTranslation('third-party-profile')
  const { lei, website } = profile
  // What changed elsewhere comes in; what is typed here and not saved stays.
  const form = useForm({ resolver: zodResolver(Single), values: { lei, website }, resetOptions: { keepDirtyValues: true } })
  const { errors, isDirty, isSubmitting } = form.formState
  useUnsavedForm(isDirty)
  const submit = form.handleSubmit(async (given) => {
    // As it is kept: the form knows it so, the field shows it as it was typed.
    form.setValue('lei', given.lei)
    const takeSaved = beginSave(form)
    if (await change((now) => ({ ...now, ...given }))) takeSaved(given)
  })
  const leiField = form.register('lei', { setValueAs: (typed: unknown) => (typeof typed === 'string' ? plainLei(typed) : '') })
  return (
    <ChangeForm className="form" noValidate aria-label={t('single.title')} onSubmit={(event) => void submit(event)}>
      <TextField label={t('single.lei')} hint={t('single.leiHint')} isOptional error={errors.lei?.message} {...leiField} />
      <TextField
        label={t('single.website')}
        hint={t('single.websiteHint')}
        isOptional
        error={errors.website?.message}
        {...form.register('website')}
      />
      <SaveActions isDirty={isDirty} isSubmitting={isSubmitting} />
    </ChangeForm>
  )
}

function IdentifierForm({ entry, save, onClose }: EntryFormProps<Identifier>) {
  const { t } = useTranslation('third-party-profile')
  const form = useForm({ resolver: zodResolver(Identifier), defaultValues: entry ?? { type: '', value: '' } })
  const { errors, isDirty, isSubmitting } = form.formState
  const submit = form.handleSubmit(async (given) => void (await save(given)))
  return (
    <EntryFormFrame label={t('identifiers.form')} isDirty={isDirty} isBusy={isSubmitting} onSubmit={submit} onClose={onClose}>
      <div className="form-row">
        <TextField
          label={t('identifiers.type')}
          hint={t('identifiers.typeHint')}
          error={errors.type?.message}
          autoFocus
          {...form.register('type')}
        />
        <TextField label={t('identifiers.value')} error={errors.value?.message} {...form.register('value')} />
      </div>
    </EntryFormFrame>
  )
}
