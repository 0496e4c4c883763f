// Which section and which question one is at, and the ways to move.
import { useEffect, useState } from 'react'
import type { DomainId, QuestionId } from '#shared/domain/ids.ts'
import { focusQuestion } from './question-place.ts'
import { nearestShown, startSection, type Section } from './sections.ts'

export interface QuestionnairePlace {
  readonly section: Section | null
  readonly next: Section | null
  readonly currentId: QuestionId | null
  readonly setCurrent: (id: QuestionId) => void
  readonly openSection: (id: DomainId) => void
  /** Shows a question and puts the focus on it. */
  readonly goTo: (id: QuestionId) => void
  readonly moveQuestion: (by: 1 | -1) => boolean
  readonly moveSection: (by: 1 | -1) => boolean
}

export interface PlaceStart {
  readonly startAt: QuestionId | undefined
  readonly isAnswered: (id: QuestionId) => boolean
  /** All questions in step order, shown or not: where to go on when the current one disappears. */
  readonly order: readonly QuestionId[]
}

export function useQuestionnairePlace(sections: readonly Section[], { startAt, isAnswered, order }: PlaceStart): QuestionnairePlace {
  const [sectionId, setSectionId] = useState<DomainId | null>(() => startSection(sections, startAt, isAnswered))
  const section = sections.find((one) => one.domain.id === sectionId) ?? sections[0] ?? null
  const index = section === null ? -1 : sections.indexOf(section)
  const firstOpen = section?.questions.find((question) => !isAnswered(question.id)) ?? section?.questions[0]
  const [chosenId, setCurrentId] = useState<QuestionId | null>(startAt ?? firstOpen?.id ?? null)
  const shown = sections.flatMap((one) => one.questions.map((question) => question.id))
  const currentId = chosenId === null ? null : nearestShown(chosenId, order, shown)
  const [wanted, setWanted] = useState<{ readonly id: QuestionId } | null>(startAt === undefined ? null : { id: startAt })

  useEffect(() => {
    if (wanted !== null) focusQuestion(wanted.id)
  }, [wanted])

  // An answer can hide the question that was just moved to; its focus must not fall back to the page.
  useEffect(() => {
    if (currentId === null || currentId === chosenId) return
    setCurrentId(currentId)
    const home = sections.find((one) => one.questions.some((question) => question.id === currentId))
    if (home !== undefined) setSectionId(home.domain.id)
    if (document.activeElement === null || document.activeElement === document.body) setWanted({ id: currentId })
  }, [currentId, chosenId, sections])

  const goTo = (id: QuestionId) => {
    const home = sections.find((one) => one.questions.some((question) => question.id === id))
    if (home === undefined) return
    setSectionId(home.domain.id)
    setCurrentId(id)
    setWanted({ id })
  }
  const moveSection = (by: 1 | -1): boolean => {
    const target = sections[index + by]
    const first = target?.questions[0]
    if (first === undefined) return false
    goTo(first.id)
    return true
  }
  const moveQuestion = (by: 1 | -1): boolean => {
    const at = currentId === null ? -1 : shown.indexOf(currentId)
    const target = shown[at === -1 ? 0 : at + by]
    if (target === undefined) return false
    goTo(target)
    return true
  }
  return {
    section,
    next: sections[index + 1] ?? null,
    currentId,
    setCurrent: setCurrentId,
    openSection: (id) => {
      setSectionId(id)
      setCurrentId(sections.find((one) => one.domain.id === id)?.questions[0]?.id ?? null)
    },
    goTo,
    moveQuestion,
    moveSection,
  }
}
