// What a key does while a question has the focus and nothing is being typed.
import type { PracticeChoice } from '#shared/domain/answer.ts'
import type { AnswerType } from '#shared/domain/question.ts'

export type OpenValue = 'unknown' | 'declined' | 'not-applicable'

export type KeyAction =
  | { readonly do: 'answer-practice'; readonly choice: PracticeChoice }
  | { readonly do: 'answer-open'; readonly value: OpenValue }
  | { readonly do: 'pick-option'; readonly option: string }
  | { readonly do: 'toggle-option'; readonly option: string }
  | {
      readonly do:
        | 'next-question'
        | 'previous-question'
        | 'next-section'
        | 'previous-section'
        | 'note'
        | 'evidence'
        | 'help'
        | 'into-answer'
        | 'shortcuts'
        | 'jump'
        | 'undo'
        | 'redo'
        | 'files'
    }

export interface KeyPress {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

const practiceKeys: Record<string, KeyAction> = {
  '1': { do: 'answer-practice', choice: 'yes' },
  '2': { do: 'answer-practice', choice: 'partly' },
  '3': { do: 'answer-practice', choice: 'no' },
  '4': { do: 'answer-open', value: 'unknown' },
  '5': { do: 'answer-open', value: 'declined' },
  '6': { do: 'answer-open', value: 'not-applicable' },
}

const plainKeys: Record<string, KeyAction> = {
  u: { do: 'answer-open', value: 'unknown' },
  d: { do: 'answer-open', value: 'declined' },
  x: { do: 'answer-open', value: 'not-applicable' },
  j: { do: 'next-question' },
  ArrowDown: { do: 'next-question' },
  k: { do: 'previous-question' },
  ArrowUp: { do: 'previous-question' },
  ']': { do: 'next-section' },
  '[': { do: 'previous-section' },
  n: { do: 'note' },
  e: { do: 'evidence' },
  f: { do: 'files' },
  h: { do: 'help' },
  a: { do: 'into-answer' },
  g: { do: 'jump' },
  '?': { do: 'shortcuts' },
}

function optionKey(key: string, type: AnswerType): KeyAction | null {
  if (!/^[1-9]$/.test(key) || (type.kind !== 'choice' && type.kind !== 'several')) return null
  const option = type.options[Number(key) - 1]
  if (option === undefined) return null
  return type.kind === 'choice' ? { do: 'pick-option', option: option.id } : { do: 'toggle-option', option: option.id }
}

/** Ctrl+Z takes back, Ctrl+Shift+Z and Ctrl+Y do again. */
function stepKey({ key, shiftKey }: KeyPress): KeyAction | null {
  const letter = key.toLowerCase()
  if (letter === 'y') return { do: 'redo' }
  if (letter !== 'z') return null
  return { do: shiftKey ? 'redo' : 'undo' }
}

interface KeyPlace {
  /** The answer type of the focused question, null when none has the focus. */
  readonly type: AnswerType | null
  /** Whether a key of one character does something by itself. */
  readonly hasSingleKeys: boolean
}

/** The action of a key, or null when the key means nothing here. */
export function actionForKey(press: KeyPress, { type, hasSingleKeys }: KeyPlace): KeyAction | null {
  if (press.altKey) return null
  if (press.ctrlKey || press.metaKey) return stepKey(press)
  if (press.key.length === 1 && !hasSingleKeys) return null
  const plain = plainKeys[press.key]
  // A letter pressed elsewhere must not change an answer that nobody is at.
  if (plain !== undefined) return plain.do === 'answer-open' && type === null ? null : plain
  if (type === null) return null
  return type.kind === 'practice' ? (practiceKeys[press.key] ?? null) : optionKey(press.key, type)
}
