import { useEffect, useRef, useState } from 'react'
import { unsavedAnswerCount } from '#renderer/features/assessments/session/registry.ts'
import { LeaveDialog } from './leave-dialog.tsx'
import { forgetUnsaved, type Unsaved } from './window-close.ts'

interface HeldWindowProps {
  /** How many forms wait, out of sight, for their vault; null while it is open and asks by itself. */
  readonly formCount: number | null
  /** Called when they may be lost. */
  readonly onForget: () => void
}

/** Asks before the window closes over what waits in it for a locked vault. */
export function HeldWindow({ formCount, onForget }: HeldWindowProps) {
  const [closing, setClosing] = useState<Unsaved | null>(null)
  const mayClose = useRef(false)
  useEffect(() => {
    if (formCount === null) return undefined
    const onBeforeUnload = (event: BeforeUnloadEvent) => {
      const answerCount = unsavedAnswerCount()
      if (mayClose.current || (answerCount === 0 && formCount === 0)) return
      event.preventDefault()
      setClosing({ answerCount, formCount })
    }
    window.addEventListener('beforeunload', onBeforeUnload)
    return () => window.removeEventListener('beforeunload', onBeforeUnload)
  }, [formCount])
  if (closing === null || formCount === null) return null
  const close = () => {
    // The window asks whether it may close before this component is drawn anew.
    mayClose.current = true
    forgetUnsaved()
    setClosing(null)
    onForget()
    window.close()
  }
  return <LeaveDialog unsaved={closing} action="close" onStay={() => setClosing(null)} onLeave={close} />
}
