import { Controller, type UseFormReturn } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { type TreatmentDetails, TreatmentStatus } from '#shared/domain/treatment.ts'
import { ChoiceBar } from '#renderer/ui/choice-bar.tsx'
import { DateField } from '#renderer/ui/date-field.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'

interface FieldsProps {
  readonly form: UseFormReturn<z.input<typeof TreatmentDetails>, unknown, TreatmentDetails>
}

/** Who does it, until when, and how far it is. */
export function WorkFields({ form }: FieldsProps) {
  const { t } = useTranslation('findings')
  const { errors } = form.formState
  return (
    <>
      <div className="form-row">
        <TextField
          label={t('plan.owner')}
          hint={t('plan.ownerHint')}
          isOptional
          error={errors.ownerName?.message}
          {...form.register('ownerName')}
        />
        <DayField form={form} name="dueOn" label={t('plan.due')} isOptional />
      </div>
      <Controller
        control={form.control}
        name="status"
        render={({ field }) => (
          <div className="field">
            <span className="field-label">{t('plan.status')}</span>
            <ChoiceBar
              label={t('plan.status')}
              choices={TreatmentStatus.options.map((id) => ({ id, label: t(`statuses.${id}`) }))}
              chosen={field.value}
              onChoose={field.onChange}
            />
          </div>
        )}
      />
    </>
  )
}

/** Who lives with the risk, and for how long. */
export function AcceptanceFields({ form }: FieldsProps) {
  const { t } = useTranslation('findings')
  return (
    <div className="form-row">
      <TextField
        label={t('plan.acceptedBy')}
        hint={t('plan.acceptedByHint')}
        error={form.formState.errors.acceptedBy?.message}
        {...form.register('acceptedBy')}
      />
      <DayField form={form} name="acceptedUntil" label={t('plan.acceptedUntil')} hint={t('plan.acceptedUntilHint')} />
    </div>
  )
}

interface DayFieldProps extends FieldsProps {
  readonly name: 'dueOn' | 'acceptedUntil'
  readonly label: string
  readonly hint?: string
  readonly isOptional?: boolean
}

function DayField({ form, name, label, hint, isOptional = false }: DayFieldProps) {
  return (
    <Controller
      control={form.control}
      name={name}
      render={({ field, fieldState }) => (
        <DateField
          label={label}
          {...(hint === undefined ? {} : { hint })}
          isOptional={isOptional}
          day={field.value ?? ''}
          onDay={field.onChange}
          error={fieldState.error?.message}
        />
      )}
    />
  )
}
