import { useMemo, useRef, useState, type ReactNode } from 'react'
import type { AssessmentDetail } from '#shared/contract/assessments.ts'
import type { QuestionId } from '#shared/domain/ids.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { CardActionsContext, type CardActions } from './card-actions.ts'
import { severalValue, toggleOption, valueOfChoice } from './controls/values.ts'
import type { KeyAction } from './keyboard.ts'
import { QuestionList } from './question-list.tsx'
import { focusAnswer, focusEvidence, focusNote, toggleHelp } from './question-place.ts'
import { ResultRail } from './rail/result-rail.tsx'
import { SectionNav } from './section-nav.tsx'
import { orderOf, sectionsOf } from './sections.ts'
import { useResult, useSession } from './session/use-session.ts'
import { ShortcutsDialog } from './shortcuts-dialog.tsx'
import { useQuestionKeys } from './use-question-keys.ts'
import { useQuestionnairePlace, type QuestionnairePlace } from './use-questionnaire-place.ts'

interface QuestionnaireProps {
  readonly detail: AssessmentDetail
  readonly startAt: QuestionId | undefined
  readonly isReadOnly: boolean
  readonly onFinish: () => void
  /** What stands above; it may bring the person to a question. */
  readonly head: (goTo: (id: QuestionId) => void) => ReactNode
}

/** Sections on the left, questions in the middle, the live result on the right. */
export function Questionnaire({ detail, startAt, isReadOnly, onFinish, head }: QuestionnaireProps) {
  const { pack } = detail
  const session = useSession()
  const shown = useResult().shown
  const shownKey = shown.join(' ')
  const sections = useMemo(() => sectionsOf(pack, shown), [pack, shownKey])
  const order = useMemo(() => orderOf(pack), [pack])
  const place = useQuestionnairePlace(sections, { startAt, isAnswered: (id) => session.viewOf(id).draft !== null, order })
  const cards = useRef<CardActions>(new Map())
  const [isHelpOpen, setIsHelpOpen] = useState(false)

  const current = pack.questions.find((question) => question.id === place.currentId)
  useQuestionKeys(
    () => current?.answer ?? null,
    (action) => {
      if (action.do === 'shortcuts') {
        setIsHelpOpen(true)
        return true
      }
      if (action.do === 'undo') {
        const undone = isReadOnly ? null : session.undo()
        if (undone !== null) place.goTo(undone)
        return undone !== null
      }
      return (
        move(action, place) ||
        (place.currentId !== null &&
          (look(action, place.currentId) || (!isReadOnly && answer(action, place.currentId, cards.current, noneOptionOf(current)))))
      )
    },
  )
  if (place.section === null)
    return (
      <EmptyState title="This assessment has no questions to show">
        Go back to Home and start it again with another relationship.
      </EmptyState>
    )
  return (
    <CardActionsContext.Provider value={cards.current}>
      {head(place.goTo)}
      <div className="questionnaire">
        <SectionNav sections={sections} current={place.section.domain.id} onChoose={place.openSection} />
        <QuestionList
          section={place.section}
          next={place.next}
          pack={pack}
          currentId={place.currentId}
          isReadOnly={isReadOnly}
          onCurrent={place.setCurrent}
          onNext={() => place.moveSection(1)}
          onFinish={onFinish}
        />
        <ResultRail pack={pack} onGo={place.goTo} />
      </div>
      <ShortcutsDialog isOpen={isHelpOpen} onClose={() => setIsHelpOpen(false)} />
    </CardActionsContext.Provider>
  )
}

function noneOptionOf(question: AssessmentDetail['pack']['questions'][number] | undefined): string | undefined {
  return question?.answer.kind === 'several' ? question.answer.noneOption : undefined
}

function move(action: KeyAction, place: QuestionnairePlace): boolean {
  switch (action.do) {
    case 'next-question':
      return place.moveQuestion(1)
    case 'previous-question':
      return place.moveQuestion(-1)
    case 'next-section':
      return place.moveSection(1)
    case 'previous-section':
      return place.moveSection(-1)
    default:
      return false
  }
}

function look(action: KeyAction, id: QuestionId): boolean {
  switch (action.do) {
    case 'note':
      return focusNote(id)
    case 'evidence':
      return focusEvidence(id)
    case 'help':
      return toggleHelp(id)
    case 'into-answer':
      return focusAnswer(id)
    default:
      return false
  }
}

function answer(action: KeyAction, id: QuestionId, cards: CardActions, noneOption: string | undefined): boolean {
  const change = cards.get(id)
  if (change === undefined) return false
  switch (action.do) {
    case 'answer-practice':
      change(() => ({ kind: 'practice', choice: action.choice }))
      return true
    case 'answer-open':
      change((before) => valueOfChoice(action.value, before))
      return true
    case 'pick-option':
      change(() => ({ kind: 'choice', option: action.option }))
      return true
    case 'toggle-option':
      change((before) => severalValue(toggleOption(before?.kind === 'several' ? before.options : [], action.option, noneOption)))
      return true
    default:
      return false
  }
}
