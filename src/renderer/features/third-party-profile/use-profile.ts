// The profile of a third party on the screen: saved whole at each change, with one step back.
import { useState } from 'react'
import type { ThirdPartyId } from '#shared/domain/ids.ts'
import type { ThirdPartyProfile } from '#shared/domain/third-party-profile.ts'
import type { CallFault } from '#renderer/bridge/call.ts'
import { useCommand } from '#renderer/bridge/use-command.ts'
import { useQuery } from '#renderer/bridge/use-query.ts'
import { type LastRemoval, useRemoval } from './use-removal.ts'

/** Saves a changed profile; `removed` names what is no longer in it, so that it can be put back. True when it was saved. */
type ChangeProfile = (next: ThirdPartyProfile, removed?: string) => Promise<boolean>

export interface ProfileOnScreen {
  readonly profile: ThirdPartyProfile
  readonly change: ChangeProfile
  readonly removal: LastRemoval<ThirdPartyProfile> | null
  readonly undo: () => Promise<boolean>
  readonly fault: CallFault<'thirdParties.saveProfile'> | null
}

/** What was read; the profile when it is there. */
export function useProfile(id: ThirdPartyId) {
  const query = useQuery('thirdParties.readProfile', { id })
  const save = useCommand('thirdParties.saveProfile', ['thirdParties.readProfile', 'thirdParties.timeline'])
  const [saved, setSaved] = useState<{ readonly profile: ThirdPartyProfile; readonly revision: number } | null>(null)
  const withUndo = useRemoval<ThirdPartyProfile>()
  if (query.state !== 'ready') return { query, onScreen: null }
  // What this page saved may be newer than what it read last.
  const { profile, revision } = saved !== null && saved.revision > query.value.revision ? saved : query.value
  const put = async (next: ThirdPartyProfile) => {
    const outcome = await save.run({ id, baseRevision: revision, profile: next })
    if (outcome.ok) setSaved(outcome.value)
    return outcome.ok
  }
  const onScreen: ProfileOnScreen = {
    profile,
    ...withUndo(profile, put),
    fault: save.fault,
  }
  return { query, onScreen }
}
