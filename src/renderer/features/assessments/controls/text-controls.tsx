import { useTranslation } from 'react-i18next'
import { DateField } from '#renderer/ui/date-field.tsx'
import { TextArea } from '#renderer/ui/text-area.tsx'
import type { ControlProps } from './control-props.ts'

export function DateControl({ question, value, onChange, onBlur, isReadOnly }: ControlProps<'date'>) {
  const { t } = useTranslation('answer-controls')
  return (
    <DateField
      label={t('date', { id: question.id })}
      isLabelHidden
      day={value?.kind === 'date' ? value.on : ''}
      onDay={(on) => onChange(on === null ? null : { kind: 'date', on }, 'typing')}
      onBlur={onBlur}
      isReadOnly={isReadOnly}
    />
  )
}

export function TextControl({ question, value, onChange, onBlur, isReadOnly }: ControlProps<'text'>) {
  const { t } = useTranslation('answer-controls')
  return (
    <TextArea
      label={t('answerTo', { id: question.id })}
      isLabelHidden
      value={value?.kind === 'text' ? value.text : ''}
      onChange={(event) => onChange(event.target.value === '' ? null : { kind: 'text', text: event.target.value }, 'typing')}
      onBlur={onBlur}
      readOnly={isReadOnly}
    />
  )
}
