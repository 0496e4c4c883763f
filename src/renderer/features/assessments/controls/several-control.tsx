import { useTranslation } from 'react-i18next'
import { CheckList } from '#renderer/ui/check-list.tsx'
import type { ControlProps } from './control-props.ts'
import { severalValue, toggleOption } from './values.ts'

export function SeveralControl({ question, type, value, onChange, isReadOnly }: ControlProps<'several'>) {
  const { t } = useTranslation('answer-controls')
  const chosen = value?.kind === 'several' ? value.options : []
  return (
    <CheckList
      label={t('chooseAll', { id: question.id })}
      isLabelHidden
      items={type.options.map((option, index) => ({
        id: option.id,
        label: option.label,
        ...(index < 9 ? { keyHint: String(index + 1) } : {}),
      }))}
      checked={chosen}
      onChange={(next) => {
        const changed = next.find((id) => !chosen.includes(id)) ?? chosen.find((id) => !next.includes(id))
        if (changed !== undefined) onChange(severalValue(toggleOption(chosen, changed, type.noneOption)), 'now')
      }}
      isReadOnly={isReadOnly}
    />
  )
}
