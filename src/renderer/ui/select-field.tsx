import type { ReactNode, Ref, SelectHTMLAttributes } from 'react'
import { Field } from './field.tsx'

interface SelectFieldProps extends SelectHTMLAttributes<HTMLSelectElement> {
  readonly label: string
  readonly hint?: ReactNode
  readonly error?: string | undefined
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly ref?: Ref<HTMLSelectElement>
}

export function SelectField({ label, hint, error, options, ref, ...rest }: SelectFieldProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      {({ inputId, describedBy, isInvalid }) => (
        <select
          ref={ref}
          id={inputId}
          className="input select"
          aria-describedby={describedBy}
          aria-invalid={isInvalid || undefined}
          {...rest}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
