// The sessions of this window. One that holds unsaved text stays until it is saved, whatever screen is shown.
import type { AssessmentDetail } from '#shared/contract/assessments.ts'
import type { AssessmentId, VaultId } from '#shared/domain/ids.ts'
import { call } from '#renderer/bridge/call.ts'
import { refresh } from '#renderer/bridge/refresh.ts'
import { createAssessmentSession, type AssessmentSession } from './assessment-session.ts'

const sessions = new Map<AssessmentId, AssessmentSession>()

function schedule(run: () => void, delayMs: number): () => void {
  const timer = window.setTimeout(run, delayMs)
  return () => window.clearTimeout(timer)
}

/** The session of an assessment just read: the one that still holds unsaved text, brought up to date, or a new one. */
export function openSession(detail: AssessmentDetail): AssessmentSession {
  const known = sessions.get(detail.assessment.id)
  if (known !== undefined && known.status().unsaved.length > 0) {
    known.refresh(detail)
    return known
  }
  const made = createAssessmentSession(detail, {
    save: (input) => call('answer.save', input),
    clear: (input) => call('answer.clear', input),
    read: (input) => call('assessments.read', input),
    schedule,
  })
  sessions.set(detail.assessment.id, made)
  return made
}

/** Sends what is unsaved; the session is forgotten once nothing is left. Called when its screen goes away. */
export async function leaveSession(session: AssessmentSession): Promise<void> {
  await session.flush()
  refresh('assessments.list', 'assessments.read')
  if (session.status().unsaved.length === 0 && sessions.get(session.id) === session) sessions.delete(session.id)
}

/** Sends everything unsaved of this window; resolves to how many answers are still only on the screen. */
export async function flushAllSessions(): Promise<number> {
  await Promise.all([...sessions.values()].map((session) => session.flush()))
  return unsavedAnswerCount()
}

export function unsavedAnswerCount(): number {
  return [...sessions.values()].reduce((sum, session) => sum + session.status().unsaved.length, 0)
}

let vaultOfSessions: VaultId | null = null

/** Text that could not be saved comes back after the same vault is opened again, and never shows in another one. */
export function keepSessionsOf(vaultId: VaultId): void {
  if (vaultOfSessions !== vaultId) sessions.clear()
  vaultOfSessions = vaultId
}

/** Forgets everything, also what is unsaved: for another vault, or when a person decides so. */
export function forgetAllSessions(): void {
  sessions.clear()
}
