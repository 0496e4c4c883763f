// Pack pieces into which the lint's tests plant one fault each.
import type { z } from 'zod'
import type { Pack } from '#shared/domain/pack.ts'
import { lintPack } from '#shared/pack/lint.ts'
import { buildPack, question } from './build-pack.ts'
type QuestionFile = z.input<typeof Pack>['questions'][number]

export const options = [
  { id: 'one', label: 'One' },
  { id: 'two', label: 'Two' },
]
export const choice = question('PR-01', { answer: { kind: 'choice', options } })
export const several = question('PR-02', { answer: { kind: 'several', options } })
export const practice = question('AA-01')
export const high = { level: 'high' as const, reason: 'It is bad.', sources: ['S1'] }
export const source = {
  id: 'S1',
  title: 'A source',
  publisher: 'Somebody',
  publishedOn: '2026',
  basis: 'primary' as const,
  verifyBy: '2027-01-01',
}

/** The problems of a pack of these questions, as `path: message`. */
export function problems(questions: readonly QuestionFile[], changes: Partial<z.input<typeof Pack>> = {}): string[] {
  return lintPack(buildPack(questions, changes)).map((problem) => `${problem.path}: ${problem.message}`)
}

export const combination = { id: 'C-01', level: 'stop' as const, when: { bad: 'AA-01' }, reason: 'Together.', sources: ['S1'] }

/** Children of AA-01 with these weights. */
export function children(weights: readonly (1 | 2 | 3 | 5)[]): QuestionFile[] {
  return weights.map((weight, index) => question(`AA-0${index + 2}`, { gate: 'AA-01', weight }))
}

/** A planted fault: what it is, the problems it gives, and how one of them must begin. */
export type Planted = [name: string, plant: () => string[], expected: string]
