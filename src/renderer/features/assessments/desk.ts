// What every card of a questionnaire may ask of the desk it lies on: the pack, the day, why questions show, and the way to another question.
import { createContext, useContext, useMemo, useRef, useEffect, useCallback } from 'react'
import type { AssessmentDetail } from '#shared/contract/assessments.ts'
import type { AnswerInput } from '#shared/domain/answer.ts'
import type { QuestionId, ThirdPartyId } from '#shared/domain/ids.ts'
import type { Pack } from '#shared/domain/pack.ts'
import type { Question } from '#shared/domain/question.ts'
import type { Day } from '#shared/domain/time.ts'
import { shownBecause, type ShownBecause } from '#shared/scoring/shown-because.ts'
import { useQuery } from '#renderer/bridge/use-query.ts'
import { draftOf, readyDraft } from './answer-draft.ts'
import type { AssessmentSession } from './session/assessment-session.ts'
import { useResult, useSession } from './session/use-session.ts'

export interface Desk {
  readonly pack: Pack
  readonly asOf: Day
  readonly thirdPartyId: ThirdPartyId
  readonly questionsById: ReadonlyMap<string, Question>
  readonly because: ReadonlyMap<QuestionId, ShownBecause>
  /** Names of crown jewels by id. */
  readonly jewelNames: Readonly<Record<string, string>>
  readonly goTo: (id: QuestionId) => void
}

export const DeskContext = createContext<Desk | null>(null)

export function useDesk(): Desk {
  const desk = useContext(DeskContext)
  if (desk === null) throw new Error('useDesk works only inside a questionnaire.')
  return desk
}

/** The answers on the screen that could be saved as they stand. */
function typedAnswers(session: AssessmentSession, pack: Pack): AnswerInput[] {
  return pack.questions.flatMap(({ id }) => {
    const { draft } = session.viewOf(id)
    const ready = draft === null ? null : readyDraft(draftOf(id, draft))
    return ready?.state === 'ready' ? [ready.answer] : []
  })
}

/** The desk of an assessment; why questions show is worked out again with each new result. */
export function useNewDesk({ pack, assessment }: AssessmentDetail, goTo: (id: QuestionId) => void): Desk {
  const session = useSession()
  const result = useResult()
  const { relationship, profile, asOf, thirdPartyId } = assessment
  const latest = useRef(goTo)
  useEffect(() => {
    latest.current = goTo
  })
  const go = useCallback((id: QuestionId) => latest.current(id), [])
  const questionsById = useMemo(() => new Map(pack.questions.map((question) => [question.id, question])), [pack])
  const because = useMemo(() => {
    const shown = shownBecause({ pack, relationship, profile, asOf, answers: typedAnswers(session, pack), jewels: [] })
    // The vault's result says what shows; a choice still under way must not explain a question that is not there.
    const isThere = new Set(result.shown)
    return new Map(shown.filter((one) => isThere.has(one.questionId)).map((one) => [one.questionId, one]))
  }, [session, pack, relationship, profile, asOf, result])
  const jewels = useQuery('crownJewels.list', {})
  const jewelNames = useMemo(
    () => Object.fromEntries(jewels.state === 'ready' ? jewels.value.crownJewels.map(({ id, name }) => [id, name]) : []),
    [jewels],
  )
  return useMemo(
    () => ({ pack, asOf, thirdPartyId, questionsById, because, jewelNames, goTo: go }),
    [pack, asOf, thirdPartyId, questionsById, because, jewelNames, go],
  )
}
