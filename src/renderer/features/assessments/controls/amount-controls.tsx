import type { Option } from '#shared/domain/question.ts'
import { useQuestionView } from '../session/use-session.ts'
import type { ControlProps } from './control-props.ts'
import { NumberInput } from './number-input.tsx'

const largestCount = 1_000_000_000_000

export function PercentControl({ question, value, onChange, onBlur, isReadOnly }: ControlProps<'percent'>) {
  return (
    <NumberInput
      label={`Answer to ${question.id} in percent`}
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
  return (
    <NumberInput
      label={`Answer to ${question.id} in ${type.unit}`}
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

/** One count for each option that was chosen at another question. */
export function CountsControl({ type, pack, value, onChange, onBlur, isReadOnly }: ControlProps<'counts'>) {
  const source = pack.questions.find((question) => question.id === type.of)?.answer
  const chosen = useQuestionView(type.of).draft?.value
  const options: readonly Option[] =
    source?.kind === 'several' && chosen?.kind === 'several'
      ? source.options.filter((option) => option.id !== source.noneOption && chosen.options.includes(option.id))
      : []
  const counts = value?.kind === 'counts' ? value.counts : {}
  if (options.length === 0) return <p className="control-hint">Answer {type.of} first: there is one count for each kind chosen there.</p>
  return (
    <div className="counts">
      {options.map((option) => (
        <NumberInput
          key={option.id}
          label={option.label}
          unit={type.unit}
          decimals={0}
          max={largestCount}
          number={counts[option.id] ?? null}
          onChange={(count) => {
            // A kind that is no longer chosen leaves with the next change.
            const kept = options.flatMap(({ id }) => (id === option.id || counts[id] === undefined ? [] : [[id, counts[id]] as const]))
            const next = Object.fromEntries(count === null ? kept : [...kept, [option.id, count] as const])
            onChange(Object.keys(next).length === 0 ? null : { kind: 'counts', counts: next }, 'typing')
          }}
          onBlur={onBlur}
          isReadOnly={isReadOnly}
        />
      ))}
    </div>
  )
}
