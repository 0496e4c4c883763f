// Holds the window open until everything typed is in the vault, or a person says that it may be lost.
import { flushAllSessions, forgetAllSessions, unsavedAnswerCount } from '#renderer/features/assessments/session/registry.ts'
import { forgetUnsavedForms, unsavedFormCount } from '#renderer/ui/unsaved-forms.ts'

/** What would be lost by leaving now. */
export interface Unsaved {
  readonly answerCount: number
  readonly formCount: number
}

type Ask = (unsaved: Unsaved) => void
let ask: Ask = () => undefined

/** Who is shown the question "close all the same?". Returns the function that stops listening. */
export function onUnsavedClose(listener: Ask): () => void {
  ask = listener
  return () => {
    ask = () => undefined
  }
}

/** Saves what can be saved; null when nothing is left unsaved. */
export async function saveBeforeLeaving(): Promise<Unsaved | null> {
  const answerCount = await flushAllSessions()
  const formCount = unsavedFormCount()
  return answerCount === 0 && formCount === 0 ? null : { answerCount, formCount }
}

export function forgetUnsaved(): void {
  forgetAllSessions()
  forgetUnsavedForms()
}

/** Returns the function that stops watching. */
export function watchWindowClose(): () => void {
  const onBeforeUnload = (event: BeforeUnloadEvent) => {
    if (unsavedAnswerCount() === 0 && unsavedFormCount() === 0) return
    event.preventDefault()
    void saveBeforeLeaving().then((unsaved) => {
      if (unsaved === null) window.close()
      else ask(unsaved)
    })
  }
  window.addEventListener('beforeunload', onBeforeUnload)
  return () => window.removeEventListener('beforeunload', onBeforeUnload)
}
