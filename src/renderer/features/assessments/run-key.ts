// What a key does to the questionnaire: moves, looks closer, answers, takes back.
import type { QuestionId } from '#shared/domain/ids.ts'
import type { Question } from '#shared/domain/question.ts'
import type { CardActions, ChangeValue } from './card-actions.ts'
import { severalValue, toggleOption, valueOfChoice } from './controls/values.ts'
import type { KeyAction } from './keyboard.ts'
import { focusAnswer, focusEvidence, focusFiles, focusJump, focusNote, toggleHelp } from './question-place.ts'
import type { AssessmentSession } from './session/assessment-session.ts'
import type { StepDone } from './session/undo-steps.ts'
import type { QuestionnairePlace } from './use-questionnaire-place.ts'

export interface KeyTargets {
  readonly place: QuestionnairePlace
  readonly session: AssessmentSession
  readonly cards: CardActions
  readonly current: Question | undefined
  readonly isReadOnly: boolean
  readonly openShortcuts: () => void
  /** Told what was taken back or done again. */
  readonly tell: (step: StepDone) => void
}

/** Carries the action out; false when it means nothing here, so that the key stays the browser's. */
export function runKey(action: KeyAction, targets: KeyTargets): boolean {
  const { place, cards, current, isReadOnly, openShortcuts } = targets
  if (action.do === 'shortcuts') {
    openShortcuts()
    return true
  }
  if (action.do === 'jump') return focusJump()
  if (action.do === 'undo' || action.do === 'redo') return !isReadOnly && takeStep(action.do, targets)
  const move = moves[action.do]
  if (move !== undefined) return move(place)
  if (current === undefined) return false
  const look = looks[action.do]
  if (look !== undefined) return look(current.id)
  return !isReadOnly && answer(action, cards.get(current.id), noneOptionOf(current))
}

/** Takes the last step back or does it again, and brings the person to where it was. */
export function takeStep(direction: 'undo' | 'redo', { session, place, tell }: Pick<KeyTargets, 'session' | 'place' | 'tell'>): boolean {
  const step = session[direction]()
  if (step === null) return false
  tell(step)
  place.goTo(step.questionId)
  return true
}

function noneOptionOf({ answer }: Question): string | undefined {
  return answer.kind === 'several' ? answer.noneOption : undefined
}

const moves: Partial<Record<KeyAction['do'], (place: QuestionnairePlace) => boolean>> = {
  'next-question': (place) => place.moveQuestion(1),
  'previous-question': (place) => place.moveQuestion(-1),
  'next-section': (place) => place.moveSection(1),
  'previous-section': (place) => place.moveSection(-1),
}

const looks: Partial<Record<KeyAction['do'], (id: QuestionId) => boolean>> = {
  note: focusNote,
  evidence: focusEvidence,
  files: focusFiles,
  help: toggleHelp,
  'into-answer': focusAnswer,
}

/** Changes the answer of a card by a key; false when the key means something else. */
function answer(action: KeyAction, change: ChangeValue | undefined, noneOption: string | undefined): boolean {
  if (change === undefined) return false
  if (action.do === 'answer-practice') change(() => ({ kind: 'practice', choice: action.choice }))
  else if (action.do === 'answer-open') change((before) => valueOfChoice(action.value, before))
  else if (action.do === 'pick-option') change(() => ({ kind: 'choice', option: action.option }))
  else if (action.do === 'toggle-option') {
    change((before) => severalValue(toggleOption(before?.kind === 'several' ? before.options : [], action.option, noneOption)))
  } else return false
  return true
}
