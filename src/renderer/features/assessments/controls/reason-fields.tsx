import { useState } from 'react'
import { TextArea } from '#renderer/ui/text-area.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import type { Pace } from './control-props.ts'
import type { TypedValue } from '../answer-draft.ts'

type NotApplicable = Extract<TypedValue, { kind: 'not-applicable' }>

interface ReasonFieldsProps {
  readonly value: NotApplicable
  readonly hasFlag: boolean
  readonly onChange: (value: NotApplicable, pace: Pace) => void
  readonly onBlur: () => void
  readonly isReadOnly: boolean
}

/** Why a question does not apply, and who else says so. */
export function ReasonFields({ value, hasFlag, onChange, onBlur, isReadOnly }: ReasonFieldsProps) {
  const [wasLeft, setWasLeft] = useState(false)
  return (
    <div className="reason">
      <TextArea
        label="Reason why this does not apply"
        rows={1}
        value={value.reason}
        error={wasLeft && value.reason.trim() === '' ? 'is empty; type it, or choose Unknown' : undefined}
        onChange={(event) => onChange({ ...value, reason: event.target.value }, 'typing')}
        onBlur={() => {
          setWasLeft(true)
          onBlur()
        }}
        readOnly={isReadOnly}
      />
      {hasFlag ? (
        <TextField
          label="Second person who agrees"
          isOptional
          hint="This question can set a floor. Without a second name the report is marked “Scope-limited”."
          value={value.countersignedBy}
          onChange={(event) => onChange({ ...value, countersignedBy: event.target.value }, 'typing')}
          onBlur={onBlur}
          readOnly={isReadOnly}
        />
      ) : null}
    </div>
  )
}
