// Whether the palette is open and what is typed in it: Ctrl or Cmd with K opens and closes it, wherever the keyboard is.
import { useEffect, useState } from 'react'

export interface PaletteState {
  readonly isOpen: boolean
  readonly text: string
  readonly setText: (text: string) => void
  readonly open: () => void
  readonly close: () => void
}

const isToggle = (event: KeyboardEvent) =>
  event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey

/** A character, as opposed to a shortcut or a key that moves. */
const isTyped = (event: KeyboardEvent) => event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey

const isInField = (event: KeyboardEvent) => event.target instanceof Element && event.target.matches('[role="combobox"]')

export function usePalette(): PaletteState {
  const [isOpen, setIsOpen] = useState(false)
  const [text, setText] = useState('')
  // Its code is there before somebody asks for it.
  useEffect(() => void import('./palette-host.tsx'), [])
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (isToggle(event)) {
        setText('')
        setIsOpen((now) => !now)
      } else if (isOpen && isTyped(event) && !isInField(event)) {
        // Typed before the field had the focus: it belongs there, and must never answer a question behind it.
        setText((now) => now + event.key)
      } else return
      event.preventDefault()
      event.stopPropagation()
    }
    window.addEventListener('keydown', onKeyDown, { capture: true })
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true })
  }, [isOpen])
  const open = () => {
    setText('')
    setIsOpen(true)
  }
  return { isOpen, text, setText, open, close: () => setIsOpen(false) }
}
