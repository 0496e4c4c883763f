import { useTranslation } from 'react-i18next'
import type { ControlProps } from './control-props.ts'
import { NumberInput } from './number-input.tsx'

export function PercentControl({ question, value, onChange, onBlur, isReadOnly }: ControlProps<'percent'>) {
  const { t } = useTranslation('answer-controls')
  return (
    <NumberInput
      label={t('percent', { id: question.id })}
      isLabelHidden
      unit="%"
      decimals={2}
      max={100}
      number={value?.kind === 'percent' ? value.shareBp / 100 : null}
      onChange={(percent) => onChange(percent === null ? null : { kind: 'percent', shareBp: Math.round(percent * 100) }, 'typing')}
      onBlur={onBlur}
      isReadOnly={isReadOnly}
    />
  )
}

export function NumberControl({ question, type, value, onChange, onBlur, isReadOnly }: ControlProps<'number'>) {
  const { t } = useTranslation('answer-controls')
  return (
    <NumberInput
      label={t('amount', { id: question.id, unit: type.unit })}
      isLabelHidden
      unit={type.unit}
      decimals={0}
      max={type.max}
      number={value?.kind === 'number' ? value.count : null}
      onChange={(count) => onChange(count === null ? null : { kind: 'number', count }, 'typing')}
      onBlur={onBlur}
      isReadOnly={isReadOnly}
    />
  )
}
