// Lets the keyboard change the answer of a card through that card's own form.
import { createContext, useContext, useEffect } from 'react'
import type { QuestionId } from '#shared/domain/ids.ts'
import type { TypedValue } from './answer-draft.ts'

export type ChangeValue = (change: (before: TypedValue | null) => TypedValue | null) => void
export type CardActions = Map<QuestionId, ChangeValue>

export const CardActionsContext = createContext<CardActions | null>(null)

/** Offers a card's form to the keyboard for as long as it is on the screen. */
export function useCardAction(questionId: QuestionId, changeValue: ChangeValue): void {
  const actions = useContext(CardActionsContext)
  useEffect(() => {
    actions?.set(questionId, changeValue)
    return () => {
      if (actions?.get(questionId) === changeValue) actions.delete(questionId)
    }
  })
}
