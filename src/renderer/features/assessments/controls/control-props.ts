// What every answer control gets and gives.
import type { Pack } from '#shared/domain/pack.ts'
import type { AnswerKind, AnswerType, Question } from '#shared/domain/question.ts'
import type { TypedValue } from '../answer-draft.ts'

export type Pace = 'typing' | 'now'

export interface ControlProps<Kind extends AnswerKind = AnswerKind> {
  readonly question: Question
  readonly type: Extract<AnswerType, { kind: Kind }>
  readonly pack: Pack
  readonly value: TypedValue | null
  readonly onChange: (value: TypedValue | null, pace: Pace) => void
  readonly onBlur: () => void
  readonly isReadOnly: boolean
}
