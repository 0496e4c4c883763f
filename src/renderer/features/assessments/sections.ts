// The questionnaire as sections: one domain each, under the three steps.
import type { QuestionId, DomainId } from '#shared/domain/ids.ts'
import type { Domain, Pack } from '#shared/domain/pack.ts'
import { wordsIn } from '#renderer/i18n/words.ts'
import type { Question } from '#shared/domain/question.ts'

const t = wordsIn('terms')

export const stepTitles: Record<Domain['step'], string> = {
  0: t('step.0'),
  1: t('step.1'),
  2: t('step.2'),
  3: t('step.3'),
}

export interface Section {
  readonly domain: Domain
  readonly questions: readonly Question[]
}

export interface Step {
  readonly step: Domain['step']
  readonly sections: readonly Section[]
}

/** The sections that have questions to show, in the pack's order within each step. */
export function sectionsOf(pack: Pack, shown: readonly QuestionId[]): Section[] {
  const isShown = new Set(shown)
  return pack.domains
    .toSorted((a, b) => a.step - b.step)
    .map((domain) => ({
      domain,
      questions: pack.questions.filter((question) => question.domain === domain.id && isShown.has(question.id)),
    }))
    .filter((section) => section.questions.length > 0)
}

/** The same, grouped by step. */
export function stepsOf(sections: readonly Section[]): Step[] {
  const steps: Domain['step'][] = [0, 1, 2, 3]
  return steps
    .map((step) => ({ step, sections: sections.filter((section) => section.domain.step === step) }))
    .filter((step) => step.sections.length > 0)
}

/** The question to stand at: `id` itself, or the next shown one after it when it is hidden, or the last one shown. */
export function nearestShown(id: QuestionId, order: readonly QuestionId[], shown: readonly QuestionId[]): QuestionId | null {
  const isShown = new Set(shown)
  const at = order.indexOf(id)
  return order.slice(Math.max(at, 0)).find((one) => isShown.has(one)) ?? shown.at(-1) ?? null
}

/** Every question of the pack in the order of the steps, shown or not. */
export function orderOf(pack: Pack): QuestionId[] {
  return sectionsOf(
    pack,
    pack.questions.map((question) => question.id),
  ).flatMap((section) => section.questions.map((question) => question.id))
}

/** The section that holds a question, or the first one with something unanswered, or the first. */
export function startSection(
  sections: readonly Section[],
  questionId: QuestionId | undefined,
  isAnswered: (id: QuestionId) => boolean,
): DomainId | null {
  const asked = sections.find((section) => section.questions.some((question) => question.id === questionId))
  const open = sections.find((section) => section.questions.some((question) => !isAnswered(question.id)))
  return (asked ?? open ?? sections[0])?.domain.id ?? null
}
