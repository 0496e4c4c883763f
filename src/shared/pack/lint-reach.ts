// Lint: every question can show in some run.
import type { Pack } from '../domain/pack.ts'
import type { Question } from '../domain/question.ts'
import { relationshipKinds, type Profile } from '../domain/relationship.ts'
import { evaluate } from '../scoring/evaluate.ts'
import { isAsked, visibilityOf } from '../scoring/plan.ts'
import { open } from '../scoring/reading.ts'
import { no, yes } from '../scoring/truth.ts'
import type { Finding } from './problem.ts'
import { pathOf } from './walk.ts'

const latestDay = '9999-12-31'

/** True when the question may show in a run of this profile, whatever the relationship, once everything is still open. */
function canShow(byId: ReadonlyMap<string, Question>, question: Question, profile: Profile): boolean {
  const condition = visibilityOf(question)
  return relationshipKinds.some((relationship) => {
    if (!isAsked(question, relationship, profile)) return false
    const find = (id: string) => {
      const other = byId.get(id)
      return other !== undefined && isAsked(other, relationship, profile) ? { question: other, reading: open, visibility: yes } : undefined
    }
    return condition === null || evaluate(condition, { relationship, asOf: latestDay, find }) !== no
  })
}

/** Questions whose condition is false in every run they are asked in, Full or Lite. */
export function lintUnreachable(pack: Pack): Finding[] {
  const byId = new Map<string, Question>(pack.questions.map((question) => [question.id, question]))
  return pack.questions.flatMap((question) => {
    const profiles: readonly Profile[] = question.isLite ? ['full', 'lite'] : ['full']
    return profiles
      .filter((profile) => !canShow(byId, question, profile))
      .map((profile) => ({
        path: `${pathOf(question)}.shownIf`,
        message: `can never show in the ${profile} profile; its condition looks only at questions that are not asked there, or contradicts its audience`,
      }))
  })
}
