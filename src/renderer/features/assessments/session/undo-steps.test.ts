import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { QuestionId } from '#shared/domain/ids.ts'
import type { TypedAnswer } from '../answer-draft.ts'
import { createUndoSteps, type Step, whatChanged } from './undo-steps.ts'

const ids = ['AD-01', 'AD-02', 'PR-10'].map((id) => QuestionId.parse(id))
const answer = (questionId: string, note: string): TypedAnswer => ({ questionId, value: { kind: 'unknown' }, note, evidenceGrade: 'U' })

/** Answers by question, moved as a screen would. */
function apply(screen: Map<string, TypedAnswer | null>, step: Step, direction: 'undo' | 'redo'): void {
  if (step.kind !== 'answers') return
  for (const { questionId, before, after } of step.answers) screen.set(questionId, direction === 'undo' ? before : after)
}

const Change = fc.record({ id: fc.constantFrom(...ids), note: fc.string({ maxLength: 3 }), isTyping: fc.boolean(), isLeft: fc.boolean() })

describe('the steps of an assessment', () => {
  test('taken all back give the beginning, and all done again give the end', () => {
    fc.assert(
      fc.property(fc.array(Change, { maxLength: 60 }), (changes) => {
        const steps = createUndoSteps()
        const screen = new Map<string, TypedAnswer | null>()
        for (const { id, note, isTyping, isLeft } of changes) {
          const before = screen.get(id) ?? null
          const after = note === '' ? null : answer(id, note)
          steps.note({ questionId: id, before, after }, isTyping ? 'typing' : 'now')
          screen.set(id, after)
          if (isLeft) steps.endTyping()
        }
        const end = new Map(screen)
        for (let step = steps.takeUndo(); step !== undefined; step = steps.takeUndo()) apply(screen, step, 'undo')
        expect([...screen.values()].every((one) => one === null)).toBe(true)
        for (let step = steps.takeRedo(); step !== undefined; step = steps.takeRedo()) apply(screen, step, 'redo')
        expect(screen).toEqual(end)
      }),
      { numRuns: 500 },
    )
  })

  test('keep the last hundred, and forget what could be done again once something else is done', () => {
    const steps = createUndoSteps()
    const [id] = ids
    if (id === undefined) throw new Error('There is no question.')
    for (let count = 1; count <= 130; count += 1)
      steps.note({ questionId: id, before: answer(id, String(count - 1)), after: answer(id, String(count)) }, 'now')
    let taken = 0
    while (steps.takeUndo() !== undefined) taken += 1
    expect(taken).toBe(100)
    steps.note({ questionId: id, before: null, after: answer(id, 'new') }, 'now')
    expect(steps.takeRedo()).toBeUndefined()
  })

  test('name the part of the answer that changed', () => {
    const before = answer('AD-01', 'old')
    expect(whatChanged(null, before)).toBe('answer')
    expect(whatChanged(before, { ...before, value: { kind: 'declined' } })).toBe('answer')
    expect(whatChanged(before, { ...before, note: 'new' })).toBe('note')
    expect(whatChanged(before, { ...before, evidenceGrade: 'A' })).toBe('evidence')
  })
})
