import { useId, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { inPageLanguage } from '#renderer/i18n/said.ts'

interface FieldIds {
  readonly inputId: string
  readonly describedBy: string | undefined
  readonly isInvalid: boolean
}

interface FieldProps {
  readonly label: string
  readonly hint?: ReactNode
  readonly error?: string | undefined
  readonly isOptional?: boolean
  readonly isLabelHidden?: boolean
  readonly children: (ids: FieldIds) => ReactNode
}

/** Joins a control with its label, its hint and its error, for eyes and screen readers alike. */
export function Field({ label, hint, error, isOptional = false, isLabelHidden = false, children }: FieldProps) {
  const { t } = useTranslation('controls')
  const inputId = useId()
  const hintId = useId()
  const errorId = useId()
  const described = [hint === undefined ? '' : hintId, error === undefined ? '' : errorId].filter(Boolean).join(' ')
  return (
    <div className="field">
      <label htmlFor={inputId} className={isLabelHidden ? 'visually-hidden' : 'field-label'}>
        {label}
        {isOptional ? <span className="field-optional"> {t('optional')}</span> : null}
      </label>
      {hint === undefined ? null : (
        <div id={hintId} className="field-hint">
          {hint}
        </div>
      )}
      {children({ inputId, describedBy: described === '' ? undefined : described, isInvalid: error !== undefined })}
      {error === undefined ? null : (
        <div id={errorId} className="field-error">
          {t('fieldError', { label, error: inPageLanguage(error) })}
        </div>
      )}
    </div>
  )
}
