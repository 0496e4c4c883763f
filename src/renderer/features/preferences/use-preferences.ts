// Keeps what the settings say about writing days in force, from the first screen on.
import { useEffect, useSyncExternalStore } from 'react'
import { useQuery } from '#renderer/bridge/use-query.ts'
import { type DateFormat, dateFormat, onDateFormat, setDateFormat } from '#renderer/ui/date-format.ts'

/** The format in force; another one draws whoever uses this anew, and with it every day on the screen. */
export function usePreferences(): DateFormat {
  const query = useQuery('settings.read', {})
  const wanted = query.state === 'ready' ? query.value.settings.dateFormat : null
  useEffect(() => {
    if (wanted !== null) setDateFormat(wanted)
  }, [wanted])
  return useSyncExternalStore(onDateFormat, dateFormat)
}
