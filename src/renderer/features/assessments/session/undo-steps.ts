// Remembers what was done, so that it can be taken back and done again: answers one by one or several at once, and what stands beside them.
import type { QuestionId } from '#shared/domain/ids.ts'
import type { TypedAnswer } from '../answer-draft.ts'

/** One question before a step, and after it. */
interface AnswerStep {
  readonly questionId: QuestionId
  readonly before: TypedAnswer | null
  readonly after: TypedAnswer | null
}

/** What a step was about: a part of one answer, several answers taken over, a file beside an answer, or what is planned about a finding. */
export type StepWhat = 'answer' | 'note' | 'evidence' | 'carry-over' | 'file-added' | 'file-removed' | 'plan'

/** Carries a step out through the vault; false when the vault refused. */
export interface BesideStep {
  readonly undo: () => Promise<boolean>
  readonly redo: () => Promise<boolean>
}

export type Step =
  | {
      readonly kind: 'answers'
      readonly what: StepWhat
      readonly answers: readonly AnswerStep[]
      /** What came with the answers, such as their files. */
      readonly beside?: BesideStep
    }
  | ({ readonly kind: 'beside'; readonly what: StepWhat; readonly questionId: QuestionId } & BesideStep)

/** What was taken back or done again, for whoever says so. */
export interface StepDone {
  readonly questionId: QuestionId
  readonly what: StepWhat
  readonly direction: 'undo' | 'redo'
  /** False when the vault refused. */
  readonly done: Promise<boolean>
}

const depth = 100

export interface UndoSteps {
  /** Puts a step on top; what could be done again is forgotten. */
  readonly push: (step: Step) => void
  /** Notes a change of one answer. Typing in one question is one step until `endTyping`, another question or a choice. */
  readonly note: (change: AnswerStep, pace: 'typing' | 'now') => void
  readonly endTyping: () => void
  /** The step to take back, which can then be done again; undefined when there is none. */
  readonly takeUndo: () => Step | undefined
  readonly takeRedo: () => Step | undefined
  readonly canUndo: () => boolean
  readonly canRedo: () => boolean
}

/** The part of an answer that changed; the answer itself where several did. */
export function whatChanged(before: TypedAnswer | null, after: TypedAnswer | null): StepWhat {
  const isSame = (part: (answer: TypedAnswer) => unknown) =>
    JSON.stringify(before === null ? null : part(before)) === JSON.stringify(after === null ? null : part(after))
  if (before === null || after === null || !isSame(({ value }) => value)) return 'answer'
  return isSame(({ note }) => note) ? 'evidence' : 'note'
}

/** The last step with what was typed since; null when it is none of typing. */
function grownStep(last: Step | undefined, change: AnswerStep): Step | null {
  const [first] = last?.kind === 'answers' ? last.answers : []
  if (first === undefined) return null
  const { before } = first
  return { kind: 'answers', what: whatChanged(before, change.after), answers: [{ ...change, before }] }
}

export function createUndoSteps(): UndoSteps {
  let undoable: readonly Step[] = []
  let redoable: readonly Step[] = []
  let typingAt: QuestionId | null = null
  const push = (step: Step) => {
    undoable = [...undoable, step].slice(-depth)
    redoable = []
  }
  const goOnTyping = (change: AnswerStep) => {
    const step = grownStep(undoable.at(-1), change)
    if (step !== null) undoable = [...undoable.slice(0, -1), step]
  }
  return {
    push: (step) => {
      typingAt = null
      push(step)
    },
    note: (change, pace) => {
      if (JSON.stringify(change.before) === JSON.stringify(change.after)) return
      if (pace === 'typing' && typingAt === change.questionId) {
        goOnTyping(change)
        return
      }
      typingAt = pace === 'typing' ? change.questionId : null
      push({ kind: 'answers', what: whatChanged(change.before, change.after), answers: [change] })
    },
    endTyping: () => {
      typingAt = null
    },
    takeUndo: () => {
      typingAt = null
      const last = undoable.at(-1)
      if (last === undefined) return undefined
      undoable = undoable.slice(0, -1)
      redoable = [...redoable, last]
      return last
    },
    takeRedo: () => {
      const last = redoable.at(-1)
      if (last === undefined) return undefined
      redoable = redoable.slice(0, -1)
      undoable = [...undoable, last]
      return last
    },
    canUndo: () => undoable.length > 0,
    canRedo: () => redoable.length > 0,
  }
}
