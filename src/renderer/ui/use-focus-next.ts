// Keeps the keyboard where the work goes on, when what had the focus leaves the screen or something new comes onto it.
import { type RefObject, useEffect, useRef } from 'react'

interface FocusNext<Box extends HTMLElement> {
  /** For the element that holds everything the focus may go to. */
  readonly box: RefObject<Box | null>
  /** Puts the focus on the first element inside that matches, as soon as it is there. */
  readonly focusNext: (selector: string) => void
}

export function useFocusNext<Box extends HTMLElement>(): FocusNext<Box> {
  const box = useRef<Box>(null)
  const wanted = useRef<string | null>(null)
  // After every drawing: nobody knows in which one it comes.
  useEffect(() => {
    if (wanted.current === null) return
    const found = box.current?.querySelector<HTMLElement>(wanted.current)
    if (found === null || found === undefined) return
    wanted.current = null
    found.focus()
  })
  return {
    box,
    focusNext: (selector) => {
      wanted.current = selector
    },
  }
}
