// What a person has typed so far for one question: an answer of the contract, or blank.
import type { z } from 'zod'
import { contract } from '#shared/contract/contract.ts'
import type { AnswerInput } from '#shared/domain/answer.ts'
import type { QuestionId } from '#shared/domain/ids.ts'
import { inPageLanguage } from '#renderer/i18n/said.ts'
import { wordsIn } from '#renderer/i18n/words.ts'
import { countryName } from '#renderer/ui/countries.ts'
import { misfitWords } from './answer-checks.ts'

const t = wordsIn('answer-controls')
const AnswerOfContract = contract['answer.save'].input.shape.answer

/** The contract's own answer schema, but the value may still be blank. */
export const AnswerDraft = AnswerOfContract.extend({ value: AnswerOfContract.shape.value.nullable() })
/** What stands in the form: ids are plain text there until the schema has read them. */
export type AnswerDraft = z.input<typeof AnswerDraft>
/** An answer as it was typed, not yet read by the schema. Every stored answer is one, too. */
export type TypedAnswer = z.input<typeof AnswerOfContract>
export type TypedValue = TypedAnswer['value']

/** A blank draft, or the stored one to go on from. */
export function draftOf(questionId: QuestionId, input: TypedAnswer | null): AnswerDraft {
  return input ?? { questionId, value: null, note: '', evidenceGrade: 'U' }
}

export type ReadyDraft =
  | { readonly state: 'blank' }
  | { readonly state: 'ready'; readonly answer: AnswerInput }
  | { readonly state: 'incomplete'; readonly answer: TypedAnswer; readonly why: string }

/**
 * What can be saved of a draft. A note or an evidence grade on a blank question is saved as Unknown, which scores as blank does,
 * so that no typed word is ever lost for want of an answer.
 */
export function readyDraft(draft: AnswerDraft): ReadyDraft {
  if (draft.value === null && draft.note === '' && draft.evidenceGrade === 'U') return { state: 'blank' }
  const answer: TypedAnswer = { ...draft, value: draft.value ?? { kind: 'unknown' } }
  const read = AnswerOfContract.safeParse(answer)
  if (read.success) {
    const misfit = misfitWords(read.data)
    return misfit === null ? { state: 'ready', answer: read.data } : { state: 'incomplete', answer, why: misfit }
  }
  const issue = read.error.issues[0]
  return {
    state: 'incomplete',
    answer,
    why:
      issue === undefined ? t('wait.incomplete') : t('wait.whole', { field: fieldWords(issue.path, answer), mistake: messageWords(issue) }),
  }
}

function messageWords(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type') return t('wait.noNumber')
  if (issue.code === 'too_small' && issue.origin === 'array') return t('wait.emptyList')
  if (issue.code === 'invalid_format' && issue.format === 'date') return t('wait.noDay')
  if ((issue.code === 'too_big' || issue.code === 'too_small') && issue.origin === 'string') return inPageLanguage(issue.message)
  if (issue.code === 'too_big' || issue.code === 'too_small') return t('wait.outOfRange')
  return inPageLanguage(issue.message)
}

function fieldWords(path: readonly PropertyKey[], answer: TypedAnswer): string {
  const [top, list, index, field] = path
  if (top === 'note') return t('wait.field.note')
  if (top === 'evidenceExpiresOn') return t('wait.field.evidence')
  if (list === 'on') return t('wait.field.date')
  if (list === 'reason') return t('wait.field.reason')
  if (list === 'countersignedBy') return t('wait.field.second')
  if (list === 'countries' && typeof index === 'number' && answer.value.kind === 'countries')
    return t('wait.field.role', { country: countryName(answer.value.countries[index]?.code ?? '') })
  if (list === 'owners' && typeof index === 'number')
    return t(`wait.field.owner.${ownerFields.find((one) => one === field) ?? 'entry'}`, { number: index + 1 })
  return t('wait.field.answer')
}

const ownerFields = ['name', 'country', 'shareBp', 'layer'] as const
