// Keeps what the settings say about days and keys in force, from the first screen on.
import { useEffect, useSyncExternalStore } from 'react'
import { useQuery } from '#renderer/bridge/use-query.ts'
import { currentAheadDays, onAheadDays, setAheadDays } from './ahead-days.ts'
import { type DateFormat, dateFormat, onDateFormat, setDateFormat } from '#renderer/ui/date-format.ts'
import { setSingleKeys } from '#renderer/ui/single-keys.ts'

/** The format in force; another one draws whoever uses this anew, and with it every day on the screen. */
export function usePreferences(): DateFormat {
  const query = useQuery('settings.read', {})
  const wanted = query.state === 'ready' ? query.value.settings : null
  useEffect(() => {
    if (wanted === null) return
    setDateFormat(wanted.dateFormat)
    setAheadDays(wanted)
    setSingleKeys(wanted.hasSingleKeys)
  }, [wanted])
  return useSyncExternalStore(onDateFormat, dateFormat)
}

/** How far ahead Home tells of what comes due. */
export function useAheadDays() {
  return useSyncExternalStore(onAheadDays, currentAheadDays)
}
