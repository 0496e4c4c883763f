import { describe, expect, test } from 'vitest'
import type { AnswerType } from '#shared/domain/question.ts'
import { actionForKey, type KeyAction } from './keyboard.ts'

const practice: AnswerType = { kind: 'practice', badAnswer: 'no' }
const options = [
  { id: 'days', label: 'Days' },
  { id: 'weeks', label: 'Weeks' },
]
const choice: AnswerType = { kind: 'choice', options }
const several: AnswerType = { kind: 'several', options }

function press(key: string, held: { ctrlKey?: boolean; altKey?: boolean; metaKey?: boolean; shiftKey?: boolean } = {}) {
  return { key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held }
}

describe('the keyboard of the questionnaire', () => {
  const cases: readonly (readonly [string, AnswerType | null, KeyAction | null])[] = [
    ['1', practice, { do: 'answer-practice', choice: 'yes' }],
    ['2', practice, { do: 'answer-practice', choice: 'partly' }],
    ['3', practice, { do: 'answer-practice', choice: 'no' }],
    ['4', practice, { do: 'answer-open', value: 'unknown' }],
    ['5', practice, { do: 'answer-open', value: 'declined' }],
    ['6', practice, { do: 'answer-open', value: 'not-applicable' }],
    ['7', practice, null],
    ['2', choice, { do: 'pick-option', option: 'weeks' }],
    ['3', choice, null],
    ['1', several, { do: 'toggle-option', option: 'days' }],
    ['1', { kind: 'text' }, null],
    ['1', null, null],
    ['u', null, null],
    ['d', null, null],
    ['x', null, null],
    ['j', null, { do: 'next-question' }],
    ['u', { kind: 'percent' }, { do: 'answer-open', value: 'unknown' }],
    ['j', practice, { do: 'next-question' }],
    ['ArrowUp', practice, { do: 'previous-question' }],
    ['n', practice, { do: 'note' }],
    ['f', practice, { do: 'files' }],
    ['?', null, { do: 'shortcuts' }],
    ['q', practice, null],
  ]
  test.each(cases)('%s on %o', (key, type, expected) => {
    expect(actionForKey(press(key), { type, hasSingleKeys: true })).toEqual(expected)
  })

  test('ctrl or cmd with shift and z, or with y, does again what was taken back', () => {
    expect(actionForKey(press('Z', { ctrlKey: true, shiftKey: true }), { type: practice, hasSingleKeys: true })).toEqual({ do: 'redo' })
    expect(actionForKey(press('z', { metaKey: true, shiftKey: true }), { type: null, hasSingleKeys: true })).toEqual({ do: 'redo' })
    expect(actionForKey(press('y', { ctrlKey: true }), { type: practice, hasSingleKeys: true })).toEqual({ do: 'redo' })
  })

  test('ctrl or cmd with z takes the last change back, other combinations are left to the system', () => {
    expect(actionForKey(press('z', { ctrlKey: true }), { type: practice, hasSingleKeys: true })).toEqual({ do: 'undo' })
    expect(actionForKey(press('z', { metaKey: true }), { type: null, hasSingleKeys: true })).toEqual({ do: 'undo' })
    expect(actionForKey(press('1', { ctrlKey: true }), { type: practice, hasSingleKeys: true })).toBeNull()
    expect(actionForKey(press('j', { altKey: true }), { type: practice, hasSingleKeys: true })).toBeNull()
  })

  test('without single keys no character does anything by itself; the arrows and Ctrl+Z still do', () => {
    for (const key of ['1', 'u', 'j', 'k', '[', ']', 'a', 'n', 'e', 'f', 'g', 'h', '?'])
      expect(actionForKey(press(key), { type: practice, hasSingleKeys: false })).toBeNull()
    expect(actionForKey(press('ArrowDown'), { type: null, hasSingleKeys: false })).toEqual({ do: 'next-question' })
    expect(actionForKey(press('z', { ctrlKey: true }), { type: null, hasSingleKeys: false })).toEqual({ do: 'undo' })
  })
})
