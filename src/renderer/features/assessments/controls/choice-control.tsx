import { useTranslation } from 'react-i18next'
import { ChoiceBar } from '#renderer/ui/choice-bar.tsx'
import type { ControlProps } from './control-props.ts'

export function ChoiceControl({ question, type, value, onChange, isReadOnly }: ControlProps<'choice'>) {
  const { t } = useTranslation('answer-controls')
  return (
    <ChoiceBar
      label={t('answerTo', { id: question.id })}
      layout={type.options.some((option) => option.label.length > 28) ? 'column' : 'row'}
      choices={type.options.map((option, index) => ({
        id: option.id,
        label: option.label,
        ...(index < 9 ? { keyHint: String(index + 1) } : {}),
      }))}
      chosen={value?.kind === 'choice' ? value.option : null}
      onChoose={(option) => onChange({ kind: 'choice', option }, 'now')}
      isReadOnly={isReadOnly}
    />
  )
}
