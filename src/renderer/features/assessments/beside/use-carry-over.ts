// Takes answers of the assessment before over, once the person said that they are still true.
import { useState } from 'react'
import type { EvidenceFileId, QuestionId } from '#shared/domain/ids.ts'
import { call, type CallFault } from '#renderer/bridge/call.ts'
import { refresh } from '#renderer/bridge/refresh.ts'
import { useSession } from '../session/use-session.ts'
import { useBeside } from './beside.ts'

export interface CarryOver {
  /** False when the vault refused; `fault` says why. */
  readonly run: (ids: readonly QuestionId[]) => Promise<boolean>
  readonly isRunning: boolean
  readonly fault: CallFault<'answerContext.carryOver'> | null
}

/** Takes the files that came with the answers out, or brings them back; false when the vault refused one. */
async function withFiles(step: 'evidence.remove' | 'evidence.restore', ids: readonly EvidenceFileId[]): Promise<boolean> {
  const outcomes = []
  for (const id of ids) outcomes.push(await call(step, { id }))
  refresh('evidence.list')
  return outcomes.every(({ ok }) => ok)
}

export function useCarryOver(): CarryOver {
  const { assessmentId } = useBeside()
  const session = useSession()
  const [isRunning, setIsRunning] = useState(false)
  const [fault, setFault] = useState<CallFault<'answerContext.carryOver'> | null>(null)
  const run = async (ids: readonly QuestionId[]) => {
    setIsRunning(true)
    // What is typed goes first, so that nothing is taken over on top of it.
    await session.flush()
    const questions = ids.map((questionId) => ({ questionId, baseRevision: session.viewOf(questionId).storedRevision }))
    const outcome = await call('answerContext.carryOver', { assessmentId, questions })
    setIsRunning(false)
    setFault(outcome.ok ? null : outcome.fault)
    if (!outcome.ok) return false
    const { answers, result, evidenceIds } = outcome.value
    session.takeAnswers(answers, result, {
      undo: () => withFiles('evidence.remove', evidenceIds),
      redo: () => withFiles('evidence.restore', evidenceIds),
    })
    refresh('answerContext.read', 'evidence.list')
    return true
  }
  return { run, isRunning, fault }
}
