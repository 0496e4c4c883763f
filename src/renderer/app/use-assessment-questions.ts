// The questions that show in one assessment, read when somebody looks for one.
import { useEffect, useState } from 'react'
import type { AssessmentId } from '#shared/domain/ids.ts'
import type { Question } from '#shared/domain/question.ts'
import { call } from '#renderer/bridge/call.ts'

/** Empty until they are read, and without an assessment. */
export function useAssessmentQuestions(id: AssessmentId | null): readonly Question[] {
  const [questions, setQuestions] = useState<readonly Question[]>([])
  useEffect(() => {
    if (id === null) return undefined
    let isWanted = true
    void call('assessments.read', { id }).then((outcome) => {
      if (!outcome.ok || !isWanted) return
      const shown = new Set(outcome.value.result.shown)
      setQuestions(outcome.value.pack.questions.filter((question) => shown.has(question.id)))
    })
    return () => {
      isWanted = false
    }
  }, [id])
  return questions
}
