import type { ReactNode, Ref, TextareaHTMLAttributes } from 'react'
import { Field } from './field.tsx'

interface TextAreaProps extends TextareaHTMLAttributes<HTMLTextAreaElement> {
  readonly label: string
  readonly hint?: ReactNode
  readonly error?: string | undefined
  readonly isOptional?: boolean
  readonly isLabelHidden?: boolean
  readonly ref?: Ref<HTMLTextAreaElement>
}

export function TextArea({ label, hint, error, isOptional = false, isLabelHidden = false, rows = 2, ref, ...rest }: TextAreaProps) {
  return (
    <Field label={label} hint={hint} error={error} isOptional={isOptional} isLabelHidden={isLabelHidden}>
      {({ inputId, describedBy, isInvalid, whyFixed }) => (
        <textarea
          ref={ref}
          id={inputId}
          rows={rows}
          className="input textarea"
          aria-describedby={describedBy}
          aria-invalid={isInvalid || undefined}
          spellCheck={false}
          {...rest}
          readOnly={whyFixed !== null || rest.readOnly}
          title={whyFixed ?? rest.title}
        />
      )}
    </Field>
  )
}
