import { CheckList } from '#renderer/ui/check-list.tsx'
import type { ControlProps } from './control-props.ts'
import type { TypedValue } from '../answer-draft.ts'

/** The options after one was toggled: "none of these" and the others exclude each other. */
export function toggleOption(chosen: readonly string[], option: string, noneOption: string | undefined): string[] {
  if (chosen.includes(option)) return chosen.filter((one) => one !== option)
  if (option === noneOption) return [option]
  return [...chosen.filter((one) => one !== noneOption), option]
}

/** The value of some options; blank when there are none. */
export function severalValue(options: readonly string[]): TypedValue | null {
  return options.length === 0 ? null : { kind: 'several', options: [...options] }
}

export function SeveralControl({ question, type, value, onChange, isReadOnly }: ControlProps<'several'>) {
  const chosen = value?.kind === 'several' ? value.options : []
  return (
    <CheckList
      label={`Answer to ${question.id}: choose all that apply`}
      isLabelHidden
      items={type.options.map((option, index) => ({ id: option.id, label: option.label, ...(index < 9 ? { keyHint: String(index + 1) } : {}) }))}
      checked={chosen}
      onChange={(next) => {
        const changed = next.find((id) => !chosen.includes(id)) ?? chosen.find((id) => !next.includes(id))
        if (changed !== undefined) onChange(severalValue(toggleOption(chosen, changed, type.noneOption)), 'now')
      }}
      isReadOnly={isReadOnly}
    />
  )
}
