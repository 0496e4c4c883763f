// Which forms hold changes that nobody has saved, so that whatever would take them away can ask first.
import { createContext, useCallback, useContext, useEffect, useRef, useState, useSyncExternalStore } from 'react'

/** A part of a screen in which one form gives way to the next. */
type Place = object

/** Each unsaved form with the place it stands in. */
const unsaved = new Map<object, Place | null>()
const listeners = new Set<() => void>()

/** The place that the forms inside stand in. */
export const FormPlace = createContext<Place | null>(null)

/** Asks whether what is typed may be lost, and calls `leave` only if so. */
export const AskToLeave = createContext<(leave: () => void) => void>((leave) => leave())

function tell(): void {
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function isUnsavedIn(place: Place): boolean {
  return [...unsaved.values()].includes(place)
}

/**
 * Counts this form as unsaved while it is on the screen and changed, in the place around it or in `own`.
 * Returns what to call once it was saved, before going elsewhere.
 */
export function useUnsavedForm(isChanged: boolean, own?: Place): () => void {
  const around = useContext(FormPlace)
  const place = own ?? around
  const form = useRef({})
  const forget = useCallback(() => {
    if (unsaved.delete(form.current)) tell()
  }, [])
  useEffect(() => {
    if (!isChanged) return undefined
    unsaved.set(form.current, place)
    tell()
    return forget
  }, [isChanged, place, forget])
  return forget
}

/** A place of forms: `giveWay` does `next` at once while nothing in it is unsaved, and else asks first. A form that stays all the same stays unsaved. */
export function useGivingWay(): { readonly place: Place; readonly giveWay: (next: () => void) => void } {
  const [place] = useState<Place>(() => ({}))
  const ask = useContext(AskToLeave)
  return { place, giveWay: (next) => (isUnsavedIn(place) ? ask(next) : next()) }
}

/** For a form with a dialog of its own: returns what to call when the dialog is to be closed without saving. */
export function useDialogForm(isChanged: boolean, onClose: () => void): () => void {
  const { place, giveWay } = useGivingWay()
  useUnsavedForm(isChanged, place)
  return () => giveWay(onClose)
}

/** For a form that stands among other things: returns what its button to cancel calls, which asks first once something was typed. */
export function useCancel(isChanged: boolean, leave: () => void): () => void {
  const ask = useContext(AskToLeave)
  return () => (isChanged ? ask(leave) : leave())
}

/** Whether a form in this place is unsaved now. */
export function useIsUnsaved(place: Place): boolean {
  return useSyncExternalStore(subscribe, () => isUnsavedIn(place))
}

export function unsavedFormCount(): number {
  return unsaved.size
}

/** For a person who chose to leave without saving. */
export function forgetUnsavedForms(): void {
  unsaved.clear()
  tell()
}
