// Which forms hold changes that nobody has saved, so that leaving a screen or closing the window can ask first.
import { useCallback, useEffect, useRef } from 'react'

const unsaved = new Set<object>()

/** Counts this form as unsaved while it is on the screen and changed. Returns what to call once it was saved, before going elsewhere. */
export function useUnsavedForm(isChanged: boolean): () => void {
  const form = useRef({})
  useEffect(() => {
    const own = form.current
    if (isChanged) unsaved.add(own)
    return () => {
      unsaved.delete(own)
    }
  }, [isChanged])
  return useCallback(() => {
    unsaved.delete(form.current)
  }, [])
}

export function unsavedFormCount(): number {
  return unsaved.size
}

/** For a person who chose to leave without saving. */
export function forgetUnsavedForms(): void {
  unsaved.clear()
}
