// Holds the window open until everything typed is in the vault, or a person says that it may be lost.
import { flushAllSessions, forgetAllSessions, unsavedAnswerCount } from '../features/assessments/session/registry.ts'

type Ask = (unsavedCount: number) => void
let ask: Ask = () => undefined

/** Who is shown the question "close all the same?". */
export function onUnsavedClose(listener: Ask): () => void {
  ask = listener
  return () => {
    ask = () => undefined
  }
}

export function closeAnyway(): void {
  forgetAllSessions()
  window.close()
}

/** Returns the function that stops watching. */
export function watchWindowClose(): () => void {
  const onBeforeUnload = (event: BeforeUnloadEvent) => {
    if (unsavedAnswerCount() === 0) return
    event.preventDefault()
    void flushAllSessions().then((unsavedCount) => {
      if (unsavedCount === 0) window.close()
      else ask(unsavedCount)
    })
  }
  window.addEventListener('beforeunload', onBeforeUnload)
  return () => window.removeEventListener('beforeunload', onBeforeUnload)
}
