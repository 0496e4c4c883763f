import { useTranslation } from 'react-i18next'
import { type AnswerValue, PracticeChoice } from '#shared/domain/answer.ts'
import type { Question } from '#shared/domain/question.ts'
import { CheckList } from '#renderer/ui/check-list.tsx'
import { ChoiceBar } from '#renderer/ui/choice-bar.tsx'
import { toggledOptions } from './own-options.ts'

interface OwnAnswerControlProps {
  readonly question: Question
  readonly value: AnswerValue | null
  readonly onChange: (value: AnswerValue) => void
}

/** Yes, Partly, No or Unknown, or the options of the question. Kinds that need more are answered in the assessment. */
export function OwnAnswerControl({ question, value, onChange }: OwnAnswerControlProps) {
  const { t } = useTranslation('organization')
  const label = t('answer', { id: question.id })
  const type = question.answer
  const unknown = { id: 'unknown', label: t('unknown'), tone: 'open' } as const
  if (type.kind === 'several') {
    const chosen = value?.kind === 'several' ? value.options : []
    return (
      <CheckList
        label={label}
        isLabelHidden
        items={type.options}
        checked={chosen}
        onChange={(next) => {
          const options = toggledOptions(chosen, next, type.noneOption)
          onChange(options.length === 0 ? { kind: 'unknown' } : { kind: 'several', options })
        }}
      />
    )
  }
  if (type.kind === 'choice') {
    return (
      <ChoiceBar
        label={label}
        layout="column"
        choices={[...type.options.map(({ id, label: text }) => ({ id, label: text })), unknown]}
        chosen={value?.kind === 'choice' ? value.option : value?.kind === 'unknown' ? 'unknown' : null}
        onChoose={(option) => onChange(option === 'unknown' ? { kind: 'unknown' } : { kind: 'choice', option })}
      />
    )
  }
  if (type.kind !== 'practice') return null
  const isYesGood = type.badAnswer === 'no'
  return (
    <ChoiceBar
      label={label}
      choices={[
        { id: 'yes', label: t('yes'), tone: isYesGood ? 'good' : 'bad' },
        { id: 'partly', label: t('partly'), tone: 'middle' },
        { id: 'no', label: t('no'), tone: isYesGood ? 'bad' : 'good' },
        unknown,
      ]}
      chosen={value?.kind === 'practice' ? value.choice : value?.kind === 'unknown' ? 'unknown' : null}
      onChoose={(id) => onChange(id === 'unknown' ? { kind: 'unknown' } : { kind: 'practice', choice: PracticeChoice.parse(id) })}
    />
  )
}
