// Lets components read one part of a session and redraw only when that part changes.
import { createContext, useContext, useSyncExternalStore } from 'react'
import type { QuestionId } from '#shared/domain/ids.ts'
import type { Result } from '#shared/scoring/result.ts'
import type { AssessmentSession, QuestionView, SessionStatus } from './assessment-session.ts'

export const SessionContext = createContext<AssessmentSession | null>(null)

export function useSession(): AssessmentSession {
  const session = useContext(SessionContext)
  if (session === null) throw new Error('useSession works only inside an assessment.')
  return session
}

export function useQuestionView(questionId: QuestionId): QuestionView {
  const session = useSession()
  return useSyncExternalStore(session.subscribe, () => session.viewOf(questionId))
}

export function useResult(): Result {
  const session = useSession()
  return useSyncExternalStore(session.subscribe, session.result)
}

export function useSessionStatus(): SessionStatus {
  const session = useSession()
  return useSyncExternalStore(session.subscribe, session.status)
}
