// The profile of a third party on the screen: saved whole at each change, with one step back.
import type { OutputOf } from '#shared/contract/contract.ts'
import type { ThirdPartyId } from '#shared/domain/ids.ts'
import type { ThirdPartyProfile } from '#shared/domain/third-party-profile.ts'
import type { CallFault } from '#renderer/bridge/call.ts'
import { useCommand } from '#renderer/bridge/use-command.ts'
import { useQuery } from '#renderer/bridge/use-query.ts'
import { useRevised } from '#renderer/bridge/use-revised.ts'
import { type LastRemoval, type PutMade, useRemoval } from './use-removal.ts'

/** Saves a changed profile, or nothing where `make` returns null; `removed` names what is no longer in it, so that it can be put back. True when it was saved. */
type ChangeProfile = (make: (now: ThirdPartyProfile) => ThirdPartyProfile | null, removed?: string) => Promise<boolean>

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
  const revised = useRevised<OutputOf<'thirdParties.readProfile'>>()
  const withUndo = useRemoval<ThirdPartyProfile>()
  if (query.state !== 'ready') return { query, onScreen: null }
  const { now, put } = revised(query.value)
  const putMade: PutMade<ThirdPartyProfile> = async (make) => {
    const before = await put(async ({ revision, profile }) => {
      const made = make(profile)
      if (made === null) return null
      const outcome = await save.run({ id, baseRevision: revision, profile: made })
      return outcome.ok ? outcome.value : null
    })
    return before?.profile ?? null
  }
  const onScreen: ProfileOnScreen = {
    profile: now.profile,
    ...withUndo(putMade),
    fault: save.fault,
  }
  return { query, onScreen }
}
