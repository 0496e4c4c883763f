import { describe, expect, test } from 'vitest'
import { contract, type CodeOf, type ProcedureName } from '#shared/contract/contract.ts'
import { doorFaults } from '#shared/contract/fault.ts'
import { wordsFor, wordsForCode } from './words.ts'

const codes: readonly CodeOf<ProcedureName>[] = [
  ...new Set([...doorFaults, ...Object.values(contract).flatMap((procedure) => procedure.refusals)]),
]

describe('the words of refusals', () => {
  test.each(codes)('%s says what happened and what to do next, in sentences', (code) => {
    const { what, next } = wordsForCode(code)
    for (const text of [what, next]) expect(text).toMatch(/^[A-Z].{10,}[.]$/)
  })

  test('a wrong field is named', () => {
    expect(wordsFor({ code: 'invalid-input', detail: 'is empty; type something', path: 'name' }).what).toBe(
      'The field "name" was not accepted: is empty; type something',
    )
    expect(wordsFor({ code: 'invalid-input', detail: 'is empty', path: null }).what).toContain('Something that was typed')
  })

  test('who holds a vault and why it cannot be written is told as the engine says it, or generally where it says less', () => {
    const detail = 'This vault is already open on lab-pc since 2026-11-22 09:30 UTC. Close it there, then try again.'
    expect(wordsFor({ code: 'vault-busy', detail, path: null })).toEqual({
      what: 'This vault is already open on lab-pc since 2026-11-22 09:30 UTC.',
      next: 'Close it there, then try again.',
    })
    expect(wordsFor({ code: 'write-failed', detail: 'No.', path: null })).toEqual(wordsForCode('write-failed'))
    expect(wordsFor({ code: 'wrong-secret', detail, path: null })).toEqual(wordsForCode('wrong-secret'))
  })

  test('a clock that is behind is told with both times', () => {
    const what =
      "The newest signature before this one is dated 2027-03-01 09:00:00 UTC, but by this computer's clock it is 2026-11-22 09:00:00 UTC now."
    const next = 'If the clock is wrong now, set it right and sign.'
    expect(wordsFor({ code: 'clock-behind', detail: `${what} ${next}`, path: null })).toEqual({ what, next })
  })

  test('an import that is gone is told in words that hold whether its rows stayed or were taken back', () => {
    const { what, next } = wordsForCode('import-gone')
    expect(`${what} ${next}`).toContain('undone')
    expect(`${what} ${next}`).not.toMatch(/stays/)
  })

  test('a fault of the program carries its id', () => {
    expect(wordsFor({ code: 'internal', detail: 'Fault 7F3A.', path: null }).what).toContain('7F3A')
  })
})
