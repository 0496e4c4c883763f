import { useTranslation } from 'react-i18next'
import { ChoiceBar, type Choice } from '#renderer/ui/choice-bar.tsx'
import { openWords, practiceWords } from '../answer-words.ts'
import type { ControlProps } from './control-props.ts'
import { chosenOf, valueOfChoice } from './values.ts'

const yesIsGood = { yes: 'good', partly: 'middle', no: 'bad' } as const
const noIsGood = { yes: 'bad', partly: 'middle', no: 'good' } as const

function choicesFor(badAnswer: 'yes' | 'no'): Choice[] {
  const tones = badAnswer === 'no' ? yesIsGood : noIsGood
  return [
    { id: 'yes', label: practiceWords.yes, keyHint: '1', tone: tones.yes },
    { id: 'partly', label: practiceWords.partly, keyHint: '2', tone: tones.partly },
    { id: 'no', label: practiceWords.no, keyHint: '3', tone: tones.no },
    { id: 'unknown', label: openWords.unknown, keyHint: '4', tone: 'open' },
    { id: 'declined', label: openWords.declined, keyHint: '5', tone: 'open' },
    { id: 'not-applicable', label: openWords['not-applicable'], keyHint: '6', tone: 'open' },
  ]
}

export function PracticeControl({ question, type, value, onChange, isReadOnly }: ControlProps<'practice'>) {
  const { t } = useTranslation('answer-controls')
  return (
    <ChoiceBar
      label={t('answerTo', { id: question.id })}
      choices={choicesFor(type.badAnswer)}
      chosen={chosenOf(value)}
      onChoose={(id) => onChange(valueOfChoice(id, value), 'now')}
      isReadOnly={isReadOnly}
    />
  )
}
