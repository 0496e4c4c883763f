// Whether the palette is open: Ctrl or Cmd with K opens and closes it, wherever the keyboard is.
import { useEffect, useState } from 'react'

export interface PaletteState {
  readonly isOpen: boolean
  readonly open: () => void
  readonly close: () => void
}

export function usePalette(): PaletteState {
  const [isOpen, setIsOpen] = useState(false)
  // What is typed right after the keys must not be lost while its code loads.
  useEffect(() => void import('./palette-host.tsx'), [])
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return
      event.preventDefault()
      setIsOpen((now) => !now)
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
  return { isOpen, open: () => setIsOpen(true), close: () => setIsOpen(false) }
}
