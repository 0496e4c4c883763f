// What the organization answered about itself, on its own: the gaps of its three steps, its findings and floors, without any third party.
import type { AnswerInput } from '../domain/answer.ts'
import type { Pack } from '../domain/pack.ts'
import type { Question } from '../domain/question.ts'
import type { Day } from '../domain/time.ts'
import type { ProgrammeResult } from '../domain/programme-document.ts'
import type { ScoreInput } from './input.ts'
import { leavesOf, lookedAt } from './leaves.ts'
import { score } from './score.ts'

export interface ProgrammeInput {
  readonly pack: Pack
  readonly asOf: Day
  readonly answers: readonly AnswerInput[]
}

/** Whether a question shows for a reason that the organization's own answers settle. */
function standsAlone(question: Question, own: ReadonlySet<string>): boolean {
  if (question.shownIf === undefined) return true
  return leavesOf(question.shownIf, '').every(({ leaf }) => {
    if ('relationship' in leaf) return false
    const id = lookedAt(leaf)
    return id === null || own.has(id)
  })
}

/**
 * The pack reduced to its questions about the organization. One whose condition looks at a third party is asked when it was answered,
 * whatever the condition says, and left out otherwise; so is one whose gate is left out. Combinations look at third parties and are left out.
 */
export function programmePack(pack: Pack, answers: readonly AnswerInput[]): Pack {
  const answered = new Set<string>(answers.map(({ questionId }) => questionId))
  const about = pack.questions.filter(({ audience }) => audience.includes('organization'))
  const own = new Set<string>(about.map(({ id }) => id))
  const asked = about.flatMap((question): Question[] => {
    if (standsAlone(question, own)) return [question]
    const { shownIf: _condition, ...always } = question
    return answered.has(question.id) ? [always] : []
  })
  const left = new Set<string>(asked.map(({ id }) => id))
  return { ...pack, combinations: [], questions: asked.filter(({ gate }) => gate === undefined || left.has(gate)) }
}

/**
 * What `score()` is to read. The relationship and the inherent tier mean nothing here: no question about the organization depends on
 * them, and what is read of the result are gaps, findings and floors.
 */
export function programmeScoreInput({ pack, asOf, answers }: ProgrammeInput): ScoreInput {
  return { pack: programmePack(pack, answers), relationship: 'supplier', profile: 'full', asOf, answers, jewels: [], screening: null }
}

/** The gaps, findings and floors of what an organization answered about itself. */
export function scoreProgramme(input: ProgrammeInput): ProgrammeResult {
  const { domains, flags, findings, confidence, shown, answeredCount, issues } = score(programmeScoreInput(input))
  return {
    domains: domains.map(({ residual: _residual, ...domain }) => domain),
    flags,
    findings,
    confidence,
    shown,
    answeredCount,
    issues,
  }
}
