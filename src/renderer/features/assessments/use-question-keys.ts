// Turns key presses into actions on the focused question, wherever the focus is, except while something is typed.
import { useEffect, useRef } from 'react'
import type { AnswerType } from '#shared/domain/question.ts'
import { actionForKey, type KeyAction } from './keyboard.ts'

const typingPlaces =
  'input:not([type="checkbox"]):not([type="radio"]), textarea, select, [contenteditable="true"], [role="listbox"], [role="dialog"], [role="alertdialog"]'

/** `run` returns whether it did something; only then is the key taken from the browser. */
export function useQuestionKeys(typeOfCurrent: () => AnswerType | null, run: (action: KeyAction) => boolean): void {
  const latest = useRef({ typeOfCurrent, run })
  useEffect(() => {
    latest.current = { typeOfCurrent, run }
  })
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const place = event.target instanceof Element ? event.target : null
      if (place?.closest(typingPlaces)) {
        if (event.key === 'Escape') place.closest<HTMLElement>('[data-question]')?.focus()
        return
      }
      if (event.defaultPrevented) return
      const action = actionForKey(event, latest.current.typeOfCurrent())
      if (action !== null && latest.current.run(action)) event.preventDefault()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
}
