import { zodResolver } from '@hookform/resolvers/zod'
import { Controller, useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { Organization } from '#shared/domain/organization.ts'
import { type OrganizationProfile, OrganizationProfileDetails, organizationSizes } from '#shared/domain/organization-profile.ts'
import { TechnologyArea, technologyAreas } from '#shared/domain/technology-area.ts'
import { useCommand } from '#renderer/bridge/use-command.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { ChangeForm } from '#renderer/ui/changes.tsx'
import { CheckList } from '#renderer/ui/check-list.tsx'
import { CountryField } from '#renderer/ui/country-field.tsx'
import { Field } from '#renderer/ui/field.tsx'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { beginSave } from '#renderer/ui/saved-form.ts'
import { TextArea } from '#renderer/ui/text-area.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { useUnsavedForm } from '#renderer/ui/unsaved-forms.ts'

const OrganizationForm = Organization.extend(OrganizationProfileDetails.shape)

interface FirmFormProps {
  readonly organization: Organization | null
  readonly profile: OrganizationProfile | null
}

function blankOr({ organization, profile }: FirmFormProps) {
  const firm = organization ?? { name: '', country: '' as const, activity: '', contact: '' }
  return { ...firm, size: profile?.size ?? ('unknown' as const), technologyAreas: profile?.technologyAreas ?? [] }
}

/** The firm being protected: its name stands on every report, its fields guide suggestions. */
export function FirmForm({ organization, profile }: FirmFormProps) {
  const { t } = useTranslation('organization')
  const save = useCommand('organization.save', ['organization.read', 'guide.read'])
  const describe = useCommand('organization.describe', ['organization.profile', 'jewelRegister.suggestions'])
  const form = useForm({ resolver: zodResolver(OrganizationForm), defaultValues: blankOr({ organization, profile }) })
  const { errors, isDirty, dirtyFields } = form.formState
  useUnsavedForm(isDirty)
  const fault = save.fault ?? describe.fault
  const submit = form.handleSubmit(async ({ size, technologyAreas: areas, ...firm }) => {
    const isProfileChanged = dirtyFields.size === true || dirtyFields.technologyAreas !== undefined
    const takeSaved = beginSave(form)
    const saved = await save.run(firm)
    const described = saved.ok && isProfileChanged ? await describe.run({ size, technologyAreas: areas }) : saved
    if (described.ok) takeSaved({ ...firm, size, technologyAreas: areas })
  })
  const isRunning = save.isRunning || describe.isRunning
  return (
    <ChangeForm className="form" onSubmit={(event) => void submit(event)} noValidate aria-label={t('form')}>
      <TextField label={t('name')} hint={t('nameHint')} error={errors.name?.message} {...form.register('name')} />
      <Controller
        control={form.control}
        name="country"
        render={({ field }) => (
          <CountryField
            label={t('country')}
            isOptional
            code={field.value}
            onChange={field.onChange}
            onBlur={field.onBlur}
            error={errors.country?.message}
          />
        )}
      />
      <TextArea label={t('activity')} isOptional rows={3} error={errors.activity?.message} {...form.register('activity')} />
      <TextField label={t('contact')} isOptional error={errors.contact?.message} {...form.register('contact')} />
      <Field label={t('size')}>
        {({ whyFixed, inputId }) => (
          <select id={inputId} className="input select" {...form.register('size')} disabled={whyFixed !== null}>
            {organizationSizes.map((size) => (
              <option key={size} value={size}>
                {t(`sizes.${size}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Controller
        control={form.control}
        name="technologyAreas"
        render={({ field }) => (
          <CheckList
            label={t('areas')}
            items={technologyAreas.map((id) => ({ id, label: t(`areaNames.${id}`) }))}
            checked={field.value}
            onChange={(checked) => field.onChange(checked.map((id) => TechnologyArea.parse(id)))}
          />
        )}
      />
      <p className="field-hint">{t('areasHint')}</p>
      {fault === null ? null : <Refusal words={wordsFor(fault)} />}
      <div className="form-actions">
        <Button type="submit" look={isDirty || organization === null ? 'primary' : 'secondary'} isBusy={isRunning}>
          {isRunning ? t('saving') : t('save')}
        </Button>
        <span role="status" className="form-saved">
          {isDirty ? t('notSaved') : organization === null ? '' : t('saved')}
        </span>
      </div>
    </ChangeForm>
  )
}
