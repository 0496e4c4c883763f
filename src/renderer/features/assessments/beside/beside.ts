// What stands beside the answers of the assessment on the screen: files, comments, marks, and the answers of the assessment before.
import { createContext, useContext, useMemo, useState } from 'react'
import type { PreviousAnswer } from '#shared/contract/answer-context.ts'
import type { CarriedOver, ThirdPartyComment } from '#shared/domain/answer-context.ts'
import type { EvidenceFile } from '#shared/domain/evidence-file.ts'
import type { AssessmentId, QuestionId } from '#shared/domain/ids.ts'
import { useQuery } from '#renderer/bridge/use-query.ts'
import { type CommentDrafts, createCommentDrafts } from './comment-drafts.ts'

export interface Beside {
  readonly assessmentId: AssessmentId
  readonly isReadOnly: boolean
  readonly filesOf: (id: QuestionId) => readonly EvidenceFile[]
  readonly commentOf: (id: QuestionId) => ThirdPartyComment | undefined
  readonly commentDrafts: CommentDrafts
  readonly markOf: (id: QuestionId) => CarriedOver | undefined
  readonly previousOf: (id: QuestionId) => PreviousAnswer | undefined
  /** The day of the assessment before; null when there is none. */
  readonly previousOn: string | null
  /** What all evidence of the vault takes, in bytes. */
  readonly vaultSizeBytes: number
}

export const BesideContext = createContext<Beside | null>(null)

export function useBeside(): Beside {
  const beside = useContext(BesideContext)
  if (beside === null) throw new Error('useBeside works only inside a questionnaire.')
  return beside
}

function byQuestion<Item>(items: readonly Item[], idOf: (item: Item) => QuestionId): ReadonlyMap<QuestionId, Item> {
  return new Map(items.map((item) => [idOf(item), item]))
}

/** Reads what stands beside the answers; nothing until it is there, so that no question waits for it. */
export function useNewBeside(assessmentId: AssessmentId, isReadOnly: boolean): Beside {
  const evidence = useQuery('evidence.list', { assessmentId })
  const context = useQuery('answerContext.read', { assessmentId })
  const [commentDrafts] = useState(createCommentDrafts)
  return useMemo(() => {
    const files = evidence.state === 'ready' ? evidence.value.files : []
    const { comments, carriedOver, previous } =
      context.state === 'ready' ? context.value : { comments: [], carriedOver: [], previous: null }
    const commentsById = byQuestion(comments, ({ questionId }) => questionId)
    const marksById = byQuestion(carriedOver, ({ questionId }) => questionId)
    const previousById = byQuestion(previous?.answers ?? [], ({ answer }) => answer.questionId)
    return {
      assessmentId,
      isReadOnly,
      filesOf: (id) => files.filter(({ questionId }) => questionId === id),
      commentOf: (id) => commentsById.get(id),
      commentDrafts,
      markOf: (id) => marksById.get(id),
      previousOf: (id) => previousById.get(id),
      previousOn: previous?.signedAt ?? null,
      vaultSizeBytes: evidence.state === 'ready' ? evidence.value.vaultSizeBytes : 0,
    }
  }, [assessmentId, isReadOnly, evidence, context, commentDrafts])
}
