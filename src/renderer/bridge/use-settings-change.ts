// Changes one part of the settings at a time: each on what the others left, whichever part of the screen they stand in.
import type { Settings } from '#shared/contract/settings.ts'
import { call } from './call.ts'
import { refresh } from './refresh.ts'
import { createInTurn } from '#shared/in-turn.ts'
import { useCommand } from './use-command.ts'

const inTurn = createInTurn()

/** `fault` is why the last change was not saved. */
export function useSettingsChange() {
  const save = useCommand('settings.save', ['settings.read', 'recents.list'])
  const change = async (part: Partial<Settings>) => {
    const now = await call('settings.read', {})
    if (now.ok) await save.run({ ...now.value.settings, ...part })
    else refresh('settings.read')
  }
  return { change: (part: Partial<Settings>) => void inTurn(() => change(part)), fault: save.fault }
}
