import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Field } from './field.tsx'

interface DateFieldProps {
  readonly label: string
  readonly hint?: ReactNode
  readonly error?: string | undefined
  readonly isOptional?: boolean
  readonly isLabelHidden?: boolean
  /** `2026-11-22`, or empty. */
  readonly day: string
  /** The whole day; null for an empty field; an empty text while only a part of it is typed. */
  readonly onDay: (day: string | null) => void
  readonly onBlur?: () => void
  readonly isReadOnly?: boolean
  readonly latest?: string
}

/** A calendar day. A day that is typed half stays in the field and says so, instead of counting as empty. */
export function DateField({ label, hint, error, isOptional, isLabelHidden, day, onDay, onBlur, isReadOnly, latest }: DateFieldProps) {
  const { t } = useTranslation('controls')
  const [isHalf, setIsHalf] = useState(false)
  const shownError = isHalf ? t('dayIncomplete') : error
  return (
    <Field label={label} hint={hint} error={shownError} isOptional={isOptional ?? false} isLabelHidden={isLabelHidden ?? false}>
      {({ inputId, describedBy, isInvalid, whyFixed }) => (
        <input
          id={inputId}
          type="date"
          className="input input-date"
          min="1900-01-01"
          max={latest ?? '2200-12-31'}
          value={day}
          readOnly={isReadOnly === true || whyFixed !== null}
          title={whyFixed ?? undefined}
          aria-describedby={describedBy}
          aria-invalid={isInvalid || undefined}
          onChange={(event) => {
            const { value, validity } = event.target
            setIsHalf(validity.badInput)
            onDay(validity.badInput ? '' : value === '' ? null : value)
          }}
          onBlur={(event) => {
            // The browser tells of no change while an empty field is filled half.
            if (event.target.validity.badInput && !isHalf) {
              setIsHalf(true)
              onDay('')
            }
            onBlur?.()
          }}
        />
      )}
    </Field>
  )
}
