// Where a question is on the page, and how to bring somebody there.
import type { QuestionId } from '#shared/domain/ids.ts'

function cardOf(id: QuestionId): HTMLElement | null {
  return document.getElementById(`question-${id}`)
}

function bringTo(element: HTMLElement | null | undefined): boolean {
  if (element === null || element === undefined) return false
  element.focus({ preventScroll: true })
  element.scrollIntoView({ block: 'nearest' })
  return true
}

export function focusQuestion(id: QuestionId): boolean {
  return bringTo(cardOf(id))
}

/** Whether the focus is in a question. */
export function isInQuestion(): boolean {
  return document.activeElement?.closest('[data-question]') instanceof Element
}

/** Back from beside the questions to the one that is current. */
export function focusCurrent(): boolean {
  return bringTo(document.querySelector<HTMLElement>('.question-current'))
}

/** The field for the id of a question to go to. */
export function focusJump(): boolean {
  return bringTo(document.querySelector<HTMLElement>('[data-jump]'))
}

export function focusNote(id: QuestionId): boolean {
  return bringTo(cardOf(id)?.querySelector<HTMLElement>('[data-note]'))
}

export function focusEvidence(id: QuestionId): boolean {
  return bringTo(cardOf(id)?.querySelector<HTMLElement>('[data-evidence] [aria-checked="true"], [data-evidence] button'))
}

export function focusFiles(id: QuestionId): boolean {
  return bringTo(cardOf(id)?.querySelector<HTMLElement>('.file-name, [data-files]'))
}

export function focusAnswer(id: QuestionId): boolean {
  const card = cardOf(id)
  // Where nothing applies, the reason is what is left to say.
  const reason = card?.querySelector<HTMLElement>('.answer-control .reason textarea')
  return bringTo(reason ?? card?.querySelector<HTMLElement>('.answer-control input, .answer-control textarea, .answer-control button'))
}

export function toggleHelp(id: QuestionId): boolean {
  const help = cardOf(id)?.querySelector<HTMLDetailsElement>('[data-help]')
  if (help === null || help === undefined) return false
  help.open = !help.open
  return true
}
