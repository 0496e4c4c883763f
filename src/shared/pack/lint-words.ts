// Lint: no question asks for, or hints at, where a person comes from.
import type { Pack } from '../domain/pack.ts'
import type { Question } from '../domain/question.ts'
import type { Problem } from './problem.ts'
import { pathOf } from './walk.ts'

/** Words about a person's origin. Countries, jurisdictions, ownership and posts are facts about organizations and are not here. */
export const originWords = [
  'ancestry',
  'ancestors',
  'birthplace',
  'born',
  'citizen',
  'citizens',
  'citizenship',
  'descent',
  'ethnic',
  'ethnicity',
  'ethnicities',
  'expatriate',
  'foreign-born',
  'foreigner',
  'foreigners',
  'heritage',
  'immigrant',
  'immigrants',
  'immigration',
  'maiden name',
  'migrant',
  'migrants',
  'mother tongue',
  'national origin',
  'nationalities',
  'nationality',
  'nationals',
  'native language',
  'native speaker',
  'naturalised',
  'naturalized',
  'non-citizen',
  'place of birth',
  'race',
  'races',
  'racial',
  'religion',
  'religious',
  'skin',
  'surname sounds',
  'visa status',
  'american',
  'americans',
  'arab',
  'arabs',
  'chinese',
  'cuban',
  'cubans',
  'indian',
  'indians',
  'iranian',
  'iranians',
  'israeli',
  'israelis',
  'jewish',
  'korean',
  'koreans',
  'muslim',
  'muslims',
  'pakistani',
  'russian',
  'russians',
  'taiwanese',
  'turkish',
  'venezuelan',
  'venezuelans',
] as const

const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${originWords.join('|')})(?![\\p{L}\\p{N}])`, 'giu')

/** The origin words found in a text, in lower case, each once. */
export function findOriginWords(text: string): string[] {
  return [...new Set([...text.matchAll(pattern)].map((match) => match[0].toLowerCase()))]
}

function textsOf(question: Question): { path: string; text: string }[] {
  const path = pathOf(question)
  const { answer, help } = question
  const labels = [...('options' in answer ? answer.options : []), ...('roles' in answer ? answer.roles : [])]
  return [
    { path: `${path}.text`, text: question.text },
    { path: `${path}.help.why`, text: help.why },
    { path: `${path}.help.good`, text: help.good },
    { path: `${path}.help.proof`, text: help.proof },
    { path: `${path}.help.firstStep`, text: help.firstStep },
    ...labels.map((label) => ({ path: `${path}.answer.${label.id}`, text: label.label })),
    ...question.flags.map((flag, index) => ({ path: `${path}.flags[${index}].reason`, text: flag.reason })),
  ]
}

/** Every text of the pack that a reader meets as a question, help, option or reason, and the origin words in it. */
export function lintOriginWords(pack: Pack): Problem[] {
  const texts = [
    ...pack.questions.flatMap(textsOf),
    ...pack.domains.flatMap((domain) => [
      { path: `domains.${domain.id}.title`, text: domain.title },
      { path: `domains.${domain.id}.purpose`, text: domain.purpose },
    ]),
    ...pack.combinations.map((combination) => ({ path: `combinations.${combination.id}.reason`, text: combination.reason })),
  ]
  return texts.flatMap(({ path, text }) =>
    findOriginWords(text).map((word) => ({
      path,
      message: `uses "${word}", which points to where a person comes from; ask about the organization, a post, a duty or access instead`,
    })),
  )
}
