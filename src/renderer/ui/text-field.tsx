import type { InputHTMLAttributes, ReactNode, Ref } from 'react'
import { Field } from './field.tsx'

interface TextFieldProps extends InputHTMLAttributes<HTMLInputElement> {
  readonly label: string
  readonly hint?: ReactNode
  readonly error?: string | undefined
  readonly isOptional?: boolean
  readonly isLabelHidden?: boolean
  readonly ref?: Ref<HTMLInputElement>
}

export function TextField({ label, hint, error, isOptional = false, isLabelHidden = false, type = 'text', ref, ...rest }: TextFieldProps) {
  return (
    <Field label={label} hint={hint} error={error} isOptional={isOptional} isLabelHidden={isLabelHidden}>
      {({ inputId, describedBy, isInvalid, whyFixed }) => (
        <input
          ref={ref}
          id={inputId}
          type={type}
          className="input"
          aria-describedby={describedBy}
          aria-invalid={isInvalid || undefined}
          autoComplete="off"
          spellCheck={false}
          {...rest}
          readOnly={whyFixed !== null || rest.readOnly}
          title={whyFixed ?? rest.title}
        />
      )}
    </Field>
  )
}
