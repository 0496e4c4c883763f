import { TextArea } from '#renderer/ui/text-area.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import type { ControlProps } from './control-props.ts'

export function DateControl({ question, value, onChange, onBlur, isReadOnly }: ControlProps<'date'>) {
  return (
    <TextField
      label={`Date for ${question.id}`}
      isLabelHidden
      type="date"
      className="input input-date"
      min="1900-01-01"
      max="2200-12-31"
      value={value?.kind === 'date' ? value.on : ''}
      onChange={(event) => onChange(event.target.value === '' ? null : { kind: 'date', on: event.target.value }, 'typing')}
      onBlur={onBlur}
      readOnly={isReadOnly}
    />
  )
}

export function TextControl({ question, value, onChange, onBlur, isReadOnly }: ControlProps<'text'>) {
  return (
    <TextArea
      label={`Answer to ${question.id}`}
      isLabelHidden
      value={value?.kind === 'text' ? value.text : ''}
      onChange={(event) => onChange(event.target.value === '' ? null : { kind: 'text', text: event.target.value }, 'typing')}
      onBlur={onBlur}
      readOnly={isReadOnly}
    />
  )
}
