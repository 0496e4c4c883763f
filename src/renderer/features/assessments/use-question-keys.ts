// Turns key presses into actions, except while something is typed: moves wherever the focus is, answers only inside the question that has it.
import { useEffect, useRef } from 'react'
import type { Question } from '#shared/domain/question.ts'
import { useSingleKeys } from '#renderer/ui/single-keys.ts'
import { actionForKey, type KeyAction } from './keyboard.ts'

const typingPlaces =
  'input:not([type="checkbox"]):not([type="radio"]), textarea, select, [contenteditable="true"], [role="listbox"], [role="dialog"], [role="alertdialog"]'

/** `run` returns whether it did something; only then is the key taken from the browser. */
export function useQuestionKeys(current: Question | undefined, run: (action: KeyAction) => boolean): void {
  const hasSingleKeys = useSingleKeys()
  const latest = useRef({ current, run, hasSingleKeys })
  useEffect(() => {
    latest.current = { current, run, hasSingleKeys }
  })
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const place = event.target instanceof Element ? event.target : null
      if (place?.closest(typingPlaces)) {
        if (event.key === 'Escape') place.closest<HTMLElement>('[data-question]')?.focus()
        return
      }
      if (event.defaultPrevented) return
      const { current: question, hasSingleKeys: hasThem } = latest.current
      const isAtIt = question !== undefined && place?.closest('[data-question]')?.getAttribute('data-question') === question.id
      const action = actionForKey(event, { type: isAtIt ? question.answer : null, hasSingleKeys: hasThem })
      if (action !== null && latest.current.run(action)) event.preventDefault()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
}
