import { useId, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useWhyFixed } from './changes.tsx'
import { inPageLanguage } from '#renderer/i18n/said.ts'

interface FieldIds {
  readonly inputId: string
  readonly describedBy: string | undefined
  readonly isInvalid: boolean
  /** Why it cannot be filled in; null when it can. */
  readonly whyFixed: string | null
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
  const whyFixed = useWhyFixed()
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
      {children({ inputId, describedBy: described === '' ? undefined : described, isInvalid: error !== undefined, whyFixed })}
      {error === undefined ? null : (
        <div id={errorId} className="field-error">
          {t('fieldError', { label, error: inPageLanguage(error) })}
        </div>
      )}
    </div>
  )
}
