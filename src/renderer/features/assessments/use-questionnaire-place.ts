// Which section and which question one is at, and the ways to move.
import { useEffect, useState } from 'react'
import type { DomainId, QuestionId } from '#shared/domain/ids.ts'
import { useIsShown } from '#renderer/bridge/first-readings.ts'
import { focusQuestion, isInQuestion } from './question-place.ts'
import { nearestShown, startSection, type Section } from './sections.ts'

export interface QuestionnairePlace {
  readonly section: Section | null
  readonly next: Section | null
  readonly currentId: QuestionId | null
  readonly setCurrent: (id: QuestionId) => void
  readonly openSection: (id: DomainId) => void
  /** Shows a question and puts the focus on it. */
  readonly goTo: (id: QuestionId) => boolean
  readonly moveQuestion: (by: 1 | -1) => boolean
  readonly moveSection: (by: 1 | -1) => boolean
}

export interface PlaceStart {
  readonly startAt: QuestionId | undefined
  readonly isAnswered: (id: QuestionId) => boolean
  /** All questions in step order, shown or not: where to go on when the current one disappears. */
  readonly order: readonly QuestionId[]
  /** Every section, also where a filter leaves some out. */
  readonly all: readonly Section[]
  /** Called before going to a question that the filter leaves out. */
  readonly onOutside: () => void
  /** Leaves the section on the screen, or asks first while something typed there is not saved. */
  readonly giveWay: (leave: () => void) => void
}

function sectionOf(sections: readonly Section[], id: QuestionId | null): Section | undefined {
  return sections.find((section) => section.questions.some((question) => question.id === id))
}

/** Where the person is, worked out from what was chosen last and what still shows: an answer can hide the question just moved to. */
function usePlace(sections: readonly Section[], { startAt, isAnswered, order }: PlaceStart) {
  const [chosen, setChosen] = useState<{ readonly sectionId: DomainId | null; readonly id: QuestionId | null }>(() => {
    const sectionId = startSection(sections, startAt, isAnswered)
    const questions = sections.find((one) => one.domain.id === sectionId)?.questions ?? []
    return { sectionId, id: startAt ?? questions.find((question) => !isAnswered(question.id))?.id ?? questions[0]?.id ?? null }
  })
  const shown = sections.flatMap((one) => one.questions.map((question) => question.id))
  const currentId = chosen.id === null ? null : nearestShown(chosen.id, order, shown)
  const kept = currentId === chosen.id ? sections.find((one) => one.domain.id === chosen.sectionId) : undefined
  const section = kept ?? sectionOf(sections, currentId) ?? sections[0] ?? null
  return { chosenId: chosen.id, setChosen, shown, currentId, section }
}

export function useQuestionnairePlace(sections: readonly Section[], start: PlaceStart): QuestionnairePlace {
  const { chosenId, setChosen, shown, currentId, section } = usePlace(sections, start)
  const [wanted, setWanted] = useState<{ readonly id: QuestionId } | null>(start.startAt === undefined ? null : { id: start.startAt })
  const index = section === null ? -1 : sections.indexOf(section)

  const isShown = useIsShown()
  useEffect(() => {
    if (wanted !== null && isShown) focusQuestion(wanted.id)
  }, [wanted, isShown])
  useEffect(() => {
    const isFocusLost = document.activeElement === null || document.activeElement === document.body
    if (currentId !== null && currentId !== chosenId && isFocusLost) focusQuestion(currentId)
  }, [currentId, chosenId])

  const goTo = (id: QuestionId | undefined): boolean => {
    if (id === undefined) return false
    const inSight = sectionOf(sections, id)
    const home = inSight ?? sectionOf(start.all, id)
    if (home === undefined) return false
    const move = () => {
      if (inSight === undefined) start.onOutside()
      setChosen({ sectionId: home.domain.id, id })
      setWanted({ id })
    }
    if (home.domain.id === section?.domain.id) move()
    else start.giveWay(move)
    return true
  }
  return {
    section,
    next: sections[index + 1] ?? null,
    currentId,
    setCurrent: (id) => setChosen({ sectionId: section?.domain.id ?? null, id }),
    openSection: (id) => {
      const open = () => setChosen({ sectionId: id, id: sections.find((one) => one.domain.id === id)?.questions[0]?.id ?? null })
      // The section that is open takes nothing away.
      if (id === section?.domain.id) open()
      else start.giveWay(open)
    },
    goTo,
    // From beside the questions the first step is into the current one.
    moveQuestion: (by) => goTo(currentId === null ? shown[0] : isInQuestion() ? shown[shown.indexOf(currentId) + by] : currentId),
    moveSection: (by) => goTo(sections[index + by]?.questions[0]?.id),
  }
}
