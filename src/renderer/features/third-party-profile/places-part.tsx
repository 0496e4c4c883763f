import { zodResolver } from '@hookform/resolvers/zod'
import { useState } from 'react'
import { Controller, useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { Address, addressKinds } from '#shared/domain/third-party-profile.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Changing } from '#renderer/ui/changes.tsx'
import { countryName } from '#renderer/ui/countries.ts'
import { CountryField } from '#renderer/ui/country-field.tsx'
import { SelectField } from '#renderer/ui/select-field.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { EntryFormFrame } from './entry-form.tsx'
import { type EntryFormProps, EntrySection } from './entry-section.tsx'
import type { ProfileOnScreen } from './use-profile.ts'

const blank: Address = { kind: 'registered', street: '', postalCode: '', city: '', region: '', country: '' }

function linesOf({ street, postalCode, city, region, country }: Address): string[] {
  const town = [postalCode, city].filter(Boolean).join(' ')
  return [street, town, region, country === '' ? '' : countryName(country)].filter((part) => part !== '')
}

/** Where it is, and whose law binds it. */
export function PlacesPart({ profile, change }: ProfileOnScreen) {
  const { t } = useTranslation('third-party-profile')
  return (
    <>
      <EntrySection
        title={t('addresses.title')}
        entries={profile.addresses}
        empty={t('addresses.empty')}
        addLabel={t('addresses.add')}
        describe={(address) => {
          const [name = '', ...others] = linesOf(address)
          return { name, second: others.join(', '), kind: t(`addresses.kinds.${address.kind}`) }
        }}
        Form={AddressForm}
        change={(make, removed) => change((now) => ({ ...now, addresses: make(now.addresses) }), removed)}
      />
      <Jurisdictions profile={profile} change={change} />
    </>
  )
}

function AddressForm({ entry, save, onClose }: EntryFormProps<Address>) {
  const { t } = useTranslation('third-party-profile')
  const form = useForm<Address>({ resolver: zodResolver(Address), defaultValues: entry ?? blank })
  const { errors, isDirty, isSubmitting } = form.formState
  const submit = form.handleSubmit(async (given) => void (await save(given)))
  return (
    <EntryFormFrame label={t('addresses.form')} isDirty={isDirty} isBusy={isSubmitting} onSubmit={submit} onClose={onClose}>
      <SelectField
        label={t('addresses.kind')}
        choices={addressKinds.map((id) => ({ id, label: t(`addresses.kinds.${id}`) }))}
        autoFocus
        {...form.register('kind')}
      />
      <TextField label={t('addresses.street')} isOptional error={errors.street?.message} {...form.register('street')} />
      <div className="form-row">
        <TextField label={t('addresses.postalCode')} isOptional error={errors.postalCode?.message} {...form.register('postalCode')} />
        <TextField label={t('addresses.city')} isOptional error={errors.city?.message} {...form.register('city')} />
      </div>
      <div className="form-row">
        <TextField label={t('addresses.region')} isOptional error={errors.region?.message} {...form.register('region')} />
        <Controller
          control={form.control}
          name="country"
          render={({ field }) => (
            <CountryField label={t('addresses.country')} isOptional code={field.value} onChange={field.onChange} onBlur={field.onBlur} />
          )}
        />
      </div>
    </EntryFormFrame>
  )
}

/** Countries whose law binds it besides the one of its registration. */
function Jurisdictions({ profile, change }: Pick<ProfileOnScreen, 'profile' | 'change'>) {
  const { t } = useTranslation('third-party-profile')
  // A chosen country empties the field by drawing it anew.
  const [turn, setTurn] = useState(0)
  const add = (code: string) => {
    if (code === '' || profile.jurisdictions.includes(code)) return
    setTurn(turn + 1)
    void change((now) => ({ ...now, jurisdictions: [...new Set([...now.jurisdictions, code])].toSorted() }))
  }
  const remove = (code: string) =>
    void change((now) => ({ ...now, jurisdictions: now.jurisdictions.filter((one) => one !== code) }), countryName(code))
  return (
    <section className="entries" aria-label={t('jurisdictions.title')}>
      <h3>{t('jurisdictions.title')}</h3>
      <p className="field-hint">{t('jurisdictions.hint')}</p>
      {profile.jurisdictions.length === 0 ? null : (
        <ul className="tag-list">
          {profile.jurisdictions.map((code) => (
            <li key={code} className="tag">
              {countryName(code)}
              <Button changes look="quiet" isSmall aria-label={t('removeOne', { name: countryName(code) })} onClick={() => remove(code)}>
                {t('remove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <Changing>
        <CountryField key={turn} label={t('jurisdictions.add')} code="" onChange={add} />
      </Changing>
    </section>
  )
}
