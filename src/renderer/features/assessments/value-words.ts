// An answer in words, as one line: what was chosen, counted, named or dated.
import type { AnswerValue } from '#shared/domain/answer.ts'
import type { Question } from '#shared/domain/question.ts'
import { pageLocale } from '#renderer/i18n/page-language.ts'
import { wordsIn } from '#renderer/i18n/words.ts'
import { countryName } from '#renderer/ui/countries.ts'
import { dayText, percentText } from '#renderer/ui/numbers.ts'
import { openWords, practiceWords } from './answer-words.ts'

const t = wordsIn('answer-controls')
const terms = wordsIn('terms')

/** What a value names only by id. */
export interface Names {
  readonly question: Question | undefined
  /** The question whose options are counted, for an answer of counts. */
  readonly counted?: Question | undefined
  /** Crown jewels by id. */
  readonly jewels: Readonly<Record<string, string>>
}

function labelsOf(question: Question | undefined, ids: readonly string[]): string {
  const type = question?.answer
  const named = type === undefined ? [] : 'options' in type ? type.options : type.kind === 'countries' ? type.roles : []
  return ids.map((id) => named.find((one) => one.id === id)?.label ?? id).join(', ')
}

function listed(parts: readonly string[]): string {
  return parts.length === 0 ? terms('none') : parts.join('; ')
}

export function valueWords(value: AnswerValue, { question, counted, jewels }: Names): string {
  switch (value.kind) {
    case 'practice':
      return practiceWords[value.choice]
    case 'choice':
      return labelsOf(question, [value.option])
    case 'several':
      return labelsOf(question, value.options)
    case 'counts':
      return listed(Object.entries(value.counts).map(([id, count]) => t('values.count', { label: labelsOf(counted, [id]), count })))
    case 'percent':
      return percentText(value.shareBp, 2)
    case 'number':
      return value.count.toLocaleString(pageLocale)
    case 'date':
      return dayText(value.on)
    case 'text':
      return value.text
    case 'countries':
      return listed(
        value.countries.map(({ code, roles }) => t('values.country', { country: countryName(code), roles: labelsOf(question, roles) })),
      )
    case 'owners':
      return listed(value.owners.map(({ name, shareBp, layer }) => t('owners.line', { name, share: percentText(shareBp, 2), layer })))
    case 'jewels':
      return listed(value.jewelIds.map((id) => jewels[id] ?? t('jewels.gone')))
    case 'not-applicable':
      return t('values.openReason', { answer: openWords['not-applicable'], reason: value.reason })
    case 'unknown':
    case 'declined':
      return openWords[value.kind]
  }
}

/** The question whose options a question of counts counts. */
export function countedBy(question: Question, questionsById: ReadonlyMap<string, Question>): Question | undefined {
  return question.answer.kind === 'counts' ? questionsById.get(question.answer.of) : undefined
}
