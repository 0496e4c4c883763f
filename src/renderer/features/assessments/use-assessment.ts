// Reads an assessment and keeps its session for as long as a screen shows it.
import { useEffect, useState } from 'react'
import type { AssessmentDetail } from '#shared/contract/assessments.ts'
import type { AssessmentId } from '#shared/domain/ids.ts'
import { call, type CallFault } from '#renderer/bridge/call.ts'
import { useFirstReading } from '#renderer/bridge/first-readings.ts'
import type { AssessmentSession } from './session/assessment-session.ts'
import { leaveSession, openSession } from './session/registry.ts'

export type OpenAssessment =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly fault: CallFault<'assessments.read'> }
  | { readonly state: 'ready'; readonly detail: AssessmentDetail; readonly session: AssessmentSession }

/** Reading happens once per screen; from then on the session knows better than the vault what is on the screen. */
export function useAssessment(id: AssessmentId): OpenAssessment {
  const [open, setOpen] = useState<OpenAssessment>({ state: 'loading' })
  useFirstReading(open.state === 'loading')
  useEffect(() => {
    let isGone = false
    let session: AssessmentSession | null = null
    const load = async () => {
      const outcome = await call('assessments.read', { id })
      if (isGone) return
      if (!outcome.ok) return setOpen({ state: 'failed', fault: outcome.fault })
      session = openSession(outcome.value)
      return setOpen({ state: 'ready', detail: outcome.value, session })
    }
    void load()
    return () => {
      isGone = true
      if (session !== null) void leaveSession(session)
    }
  }, [id])
  return open
}
