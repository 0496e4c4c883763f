import { zodResolver } from '@hookform/resolvers/zod'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { Contact } from '#shared/domain/contact.ts'
import { TextField } from '#renderer/ui/text-field.tsx'
import { EntryFormFrame } from './entry-form.tsx'
import { type EntryFormProps, EntrySection } from './entry-section.tsx'
import type { ProfileOnScreen } from './use-profile.ts'

const blank: Contact = { name: '', role: '', email: '', phone: '', note: '' }

/** Whom one can ask there. */
export function ContactsPart({ profile, change }: ProfileOnScreen) {
  const { t } = useTranslation('third-party-profile')
  return (
    <EntrySection
      title={t('contacts.title')}
      entries={profile.contacts}
      empty={t('contacts.empty')}
      addLabel={t('contacts.add')}
      describe={({ name, role, email, phone, note }) => ({ name, second: [role, email, phone, note].filter(Boolean).join(' · ') })}
      Form={ContactForm}
      change={(make, removed) => change((now) => ({ ...now, contacts: make(now.contacts) }), removed)}
    />
  )
}

function ContactForm({ entry, save, onClose }: EntryFormProps<Contact>) {
  const { t } = useTranslation('third-party-profile')
  const form = useForm({ resolver: zodResolver(Contact), defaultValues: entry ?? blank })
  const { errors, isDirty, isSubmitting } = form.formState
  const submit = form.handleSubmit(async (given) => void (await save(given)))
  return (
    <EntryFormFrame label={t('contacts.form')} isDirty={isDirty} isBusy={isSubmitting} onSubmit={submit} onClose={onClose}>
      <div className="form-row">
        <TextField label={t('contacts.name')} error={errors.name?.message} autoFocus {...form.register('name')} />
        <TextField label={t('contacts.role')} isOptional error={errors.role?.message} {...form.register('role')} />
      </div>
      <div className="form-row">
        <TextField label={t('contacts.email')} isOptional error={errors.email?.message} {...form.register('email')} />
        <TextField label={t('contacts.phone')} isOptional error={errors.phone?.message} {...form.register('phone')} />
      </div>
      <TextField label={t('contacts.note')} isOptional error={errors.note?.message} {...form.register('note')} />
    </EntryFormFrame>
  )
}
