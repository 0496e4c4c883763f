import { Controller, type UseFormReturn } from 'react-hook-form'
import type { AnswerDraft } from './answer-draft.ts'
import type { Pace } from './controls/control-props.ts'
import { EvidenceChoice } from './evidence-choice.tsx'

interface EvidencePartProps {
  readonly form: UseFormReturn<AnswerDraft, unknown, AnswerDraft>
  readonly questionId: string
  readonly isReadOnly: boolean
  /** Told how soon the next change is to be saved. */
  readonly onPace: (pace: Pace) => void
  readonly onBlur: () => void
}

/** The evidence of a card's form: its grade and its last day. */
export function EvidencePart({ form, questionId, isReadOnly, onPace, onBlur }: EvidencePartProps) {
  return (
    <Controller
      control={form.control}
      name="evidenceGrade"
      render={({ field: grade }) => (
        <Controller
          control={form.control}
          name="evidenceExpiresOn"
          render={({ field: expiry }) => (
            <EvidenceChoice
              questionId={questionId}
              grade={grade.value}
              expiresOn={expiry.value ?? null}
              onGrade={(next) => {
                onPace('now')
                grade.onChange(next)
              }}
              onExpiresOn={(day) => expiry.onChange(day)}
              onBlur={onBlur}
              isReadOnly={isReadOnly}
            />
          )}
        />
      )}
    />
  )
}
