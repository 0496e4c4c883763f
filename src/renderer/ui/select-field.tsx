import type { ReactNode, Ref, SelectHTMLAttributes } from 'react'
import { Field } from './field.tsx'

interface SelectFieldProps extends SelectHTMLAttributes<HTMLSelectElement> {
  readonly label: string
  readonly hint?: ReactNode
  readonly error?: string | undefined
  readonly isOptional?: boolean
  readonly isLabelHidden?: boolean
  readonly choices: readonly { readonly id: string; readonly label: string }[]
  readonly ref?: Ref<HTMLSelectElement>
}

/** One of a list, as the native control. */
export function SelectField({ label, hint, error, isOptional = false, isLabelHidden = false, choices, ref, ...rest }: SelectFieldProps) {
  return (
    <Field label={label} hint={hint} error={error} isOptional={isOptional} isLabelHidden={isLabelHidden}>
      {({ inputId, describedBy, isInvalid, whyFixed }) => (
        <select
          ref={ref}
          id={inputId}
          className="input"
          aria-describedby={describedBy}
          aria-invalid={isInvalid || undefined}
          {...rest}
          disabled={whyFixed !== null || rest.disabled}
          title={whyFixed ?? rest.title}
        >
          {choices.map(({ id, label: text }) => (
            <option key={id} value={id}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
