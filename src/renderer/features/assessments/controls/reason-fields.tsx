import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Question } from '#shared/domain/question.ts'
import { movesTierAlone } from '#shared/scoring/badges.ts'
import { TextArea } from '#renderer/ui/text-area.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import type { Pace } from './control-props.ts'
import type { TypedValue } from '../answer-draft.ts'

type NotApplicable = Extract<TypedValue, { kind: 'not-applicable' }>

interface ReasonFieldsProps {
  readonly value: NotApplicable
  readonly question: Question
  readonly onChange: (value: NotApplicable, pace: Pace) => void
  readonly onBlur: () => void
  readonly isReadOnly: boolean
}

/** Why a question does not apply, and who else says so where a flag, or the reach of the party, is at stake. */
export function ReasonFields({ value, question, onChange, onBlur, isReadOnly }: ReasonFieldsProps) {
  const { t } = useTranslation('answering')
  const [wasLeft, setWasLeft] = useState(false)
  return (
    <div className="reason">
      <TextArea
        label={t('countersign.reason')}
        rows={1}
        value={value.reason}
        error={wasLeft && value.reason.trim() === '' ? t('countersign.reasonMissing') : undefined}
        onChange={(event) => onChange({ ...value, reason: event.target.value }, 'typing')}
        onBlur={() => {
          setWasLeft(true)
          onBlur()
        }}
        readOnly={isReadOnly}
      />
      {movesTierAlone(question) ? (
        <SecondPerson value={value} question={question} onChange={onChange} onBlur={onBlur} isReadOnly={isReadOnly} />
      ) : null}
    </div>
  )
}

/** The name is asked for, never enforced: without it the report says what was left out of its scope. */
function SecondPerson({ value, question, onChange, onBlur, isReadOnly }: ReasonFieldsProps) {
  const { t } = useTranslation('answering')
  const [wasLeft, setWasLeft] = useState(value.countersignedBy === '' && value.reason !== '')
  const isMissing = wasLeft && value.countersignedBy.trim() === ''
  const [flag] = question.flags
  return (
    <TextField
      label={t('countersign.label')}
      hint={t('countersign.hint', { why: flag?.reason ?? t('countersign.axis') })}
      error={isMissing ? t('countersign.missing') : undefined}
      maxLength={200}
      value={value.countersignedBy}
      onChange={(event) => onChange({ ...value, countersignedBy: event.target.value }, 'typing')}
      onBlur={() => {
        setWasLeft(true)
        onBlur()
      }}
      readOnly={isReadOnly}
    />
  )
}
