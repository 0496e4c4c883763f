import { Trans, useTranslation } from 'react-i18next'
import type { Option } from '#shared/domain/question.ts'
import { useQuery } from '#renderer/bridge/use-query.ts'
import { useDesk } from '../desk.ts'
import { useQuestionView } from '../session/use-session.ts'
import type { ControlProps } from './control-props.ts'
import { NumberInput } from './number-input.tsx'
import { thresholdWords } from './threshold-words.ts'

const largestCount = 1_000_000_000_000

/** One count for each option that was chosen at another question, with the threshold it is measured against. */
export function CountsControl({ type, pack, value, onChange, onBlur, isReadOnly }: ControlProps<'counts'>) {
  const { t } = useTranslation('answer-controls')
  const { goTo } = useDesk()
  const thresholds = useQuery('reference.thresholds', {})
  const source = pack.questions.find((question) => question.id === type.of)?.answer
  const chosen = useQuestionView(type.of).draft?.value
  const options: readonly Option[] =
    source?.kind === 'several' && chosen?.kind === 'several'
      ? source.options.filter((option) => option.id !== source.noneOption && chosen.options.includes(option.id))
      : []
  const counts = value?.kind === 'counts' ? value.counts : {}
  if (options.length === 0)
    return (
      <p className="control-hint">
        <Trans
          t={t}
          i18nKey="counts.first"
          values={{ id: type.of }}
          components={{
            question: (
              <button type="button" className="link code" onClick={() => goTo(type.of)}>
                {type.of}
              </button>
            ),
          }}
        />
      </p>
    )
  const change = (id: string, count: number | null) => {
    // A kind that is no longer chosen leaves with the next change.
    const kept = options.flatMap((option) => {
      const held = counts[option.id]
      return option.id === id || held === undefined ? [] : [[option.id, held] as const]
    })
    const next = Object.fromEntries(count === null ? kept : [...kept, [id, count] as const])
    onChange(Object.keys(next).length === 0 ? null : { kind: 'counts', counts: next }, 'typing')
  }
  return (
    <div className="counts">
      {options.map((option) => {
        const count = counts[option.id] ?? null
        const known = thresholds.state === 'ready' ? thresholds.value.kinds.find((kind) => kind.kind === option.id) : undefined
        return (
          <NumberInput
            key={option.id}
            label={option.label}
            unit={known === undefined ? type.unit : t(`counts.${known.unit}`)}
            decimals={0}
            max={largestCount}
            number={count}
            hint={thresholdWords(option, known, count) ?? undefined}
            onChange={(typed) => change(option.id, typed)}
            onBlur={onBlur}
            isReadOnly={isReadOnly}
          />
        )
      })}
    </div>
  )
}
