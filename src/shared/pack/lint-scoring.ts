// Lint: gates and weights that the method can score exactly.
import type { Pack } from '../domain/pack.ts'
import type { Question } from '../domain/question.ts'
import { questionsIn } from '../scoring/leaves.ts'
import type { Finding } from './problem.ts'
import { pathOf } from './walk.ts'

const heaviestGroup = 16

function checkGate(child: Question, gate: Question): string[] {
  const messages: string[] = []
  if (gate.answer.kind !== 'practice' || gate.weight === undefined)
    messages.push(`names ${gate.id} as its gate, which is not a weighted practice; a gate must be one`)
  if (gate.gate !== undefined) messages.push(`names ${gate.id} as its gate, which has a gate itself; name ${gate.gate} instead`)
  if (gate.domain !== child.domain) messages.push(`names ${gate.id} of another domain as its gate; a gate group stays inside one domain`)
  if (child.isLite && !gate.isLite) messages.push(`is in the Lite profile but its gate ${gate.id} is not; put both in or both out`)
  const missing = child.audience.filter((one) => !gate.audience.includes(one) && !gate.audience.includes('organization'))
  if (child.shownIf !== undefined && questionsIn(child.shownIf).size > 0)
    messages.push('has a gate and also hangs on answers by shownIf; a child shows when its gate is not good, so leave one of the two out')
  if (missing.length > 0) messages.push(`is asked of ${missing.join(', ')} but its gate ${gate.id} is not; give both the same audience`)
  return messages
}

/** Gates that are missing, not practices, nested, of another domain, Lite or audience, or too heavy for exact arithmetic. */
export function lintGates(pack: Pack): Finding[] {
  const byId = new Map<string, Question>(pack.questions.map((question) => [question.id, question]))
  const problems = pack.questions.flatMap((child): Finding[] => {
    if (child.gate === undefined) return []
    const gate = byId.get(child.gate)
    const messages =
      gate === undefined
        ? [`names ${child.gate} as its gate, which is not a question of this pack; correct the id`]
        : checkGate(child, gate)
    return messages.map((message) => ({ path: `${pathOf(child)}.gate`, message }))
  })
  const weights = new Map<string, number>()
  for (const { gate, weight = 0 } of pack.questions) if (gate !== undefined) weights.set(gate, (weights.get(gate) ?? 0) + weight)
  const heavy = pack.questions.flatMap((gate): Finding[] => {
    const weight = weights.get(gate.id) ?? 0
    if (weight <= heaviestGroup) return []
    return [
      {
        path: pathOf(gate),
        message: `has children that weigh ${weight} together; the most is ${heaviestGroup}, so split the group or lower a weight`,
      },
    ]
  })
  return [...problems, ...heavy]
}

/** Weights on questions that are not scored, scored domains without a weight, and practices that do nothing. */
export function lintWeights(pack: Pack): Finding[] {
  const kinds = new Map<string, string>(pack.domains.map((domain) => [domain.id, domain.kind]))
  return pack.questions.flatMap((question): Finding[] => {
    const path = `${pathOf(question)}.weight`
    const isScored = question.answer.kind === 'practice' && kinds.get(question.domain) === 'gap'
    if (question.weight !== undefined && !isScored)
      return [{ path, message: 'has a weight but only a practice in a gap domain is weighted; remove the weight' }]
    const doesNothing =
      question.answer.kind === 'practice' && question.weight === undefined && question.flags.length === 0 && question.ranks.length === 0
    return doesNothing
      ? [{ path, message: 'is a practice without weight, flag or rank, so its answer would change nothing; give it one of the three' }]
      : []
  })
}
