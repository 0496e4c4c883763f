import { useTranslation } from 'react-i18next'
import { ChoiceBar } from '#renderer/ui/choice-bar.tsx'
import { openWords } from '../answer-words.ts'
import { valueOfChoice } from './values.ts'
import type { TypedValue } from '../answer-draft.ts'

interface OpenChoicesProps {
  readonly questionId: string
  readonly value: TypedValue | null
  readonly onChange: (value: TypedValue | null, pace: 'now') => void
  readonly isReadOnly: boolean
}

/** Unknown, Declined and N/A for a question that asks for a fact. */
export function OpenChoices({ questionId, value, onChange, isReadOnly }: OpenChoicesProps) {
  const { t } = useTranslation('answer-controls')
  const chosen = value?.kind === 'unknown' || value?.kind === 'declined' || value?.kind === 'not-applicable' ? value.kind : null
  return (
    <div className="open-choices">
      <span className="open-choices-or" aria-hidden="true">
        {t('or')}
      </span>
      <ChoiceBar
        label={t('noFact', { id: questionId })}
        choices={[
          { id: 'unknown', label: openWords.unknown, keyHint: 'u', tone: 'open' },
          { id: 'declined', label: openWords.declined, keyHint: 'd', tone: 'open' },
          { id: 'not-applicable', label: openWords['not-applicable'], keyHint: 'x', tone: 'open' },
        ]}
        chosen={chosen}
        onChoose={(id) => onChange(valueOfChoice(id, value), 'now')}
        isReadOnly={isReadOnly}
      />
    </div>
  )
}
