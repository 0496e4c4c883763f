// Lint: no question asks for, or hints at, where a person comes from.
import type { Pack } from '../domain/pack.ts'
import type { Finding } from './problem.ts'
import { ownTexts, type TextPlace } from './walk.ts'

/** Words about a person's origin. Countries, jurisdictions, ownership and posts are facts about organizations and are not here. */
export const originWords = [
  'ancestry',
  'ancestors',
  'asylum',
  'birthplace',
  'born',
  'citizen',
  'citizens',
  'citizenship',
  'country of birth',
  'descent',
  'diaspora',
  'dual national',
  'ethnic',
  'ethnicity',
  'ethnicities',
  'expatriate',
  'family abroad',
  'foreign national',
  'foreign-born',
  'foreigner',
  'foreigners',
  'grew up',
  'grow up',
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
  'native country',
  'native language',
  'native speaker',
  'naturalised',
  'naturalized',
  'non-citizen',
  'place of birth',
  'race',
  'races',
  'racial',
  'refugee',
  'refugees',
  'relatives abroad',
  'religion',
  'religious',
  'skin',
  'surname sounds',
  'visa status',
  'afghan',
  'afghans',
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
  'hindu',
  'hindus',
  'jewish',
  'korean',
  'koreans',
  'muslim',
  'muslims',
  'pakistani',
  'russian',
  'russians',
  'sikh',
  'sikhs',
  'syrian',
  'syrians',
  'taiwanese',
  'turkish',
  'venezuelan',
  'venezuelans',
  'vietnamese',
] as const

const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${originWords.join('|')})(?![\\p{L}\\p{N}])`, 'giu')

// Soft hyphens, joiners and the like, which a reader does not see.
const invisible = /\p{Cf}/gu

/** The origin words found in a text as a reader sees it, in lower case, each once. */
export function findOriginWords(text: string): string[] {
  const seen = text.normalize('NFKC').replaceAll(invisible, '')
  return [...new Set([...seen.matchAll(pattern)].map((match) => match[0].toLowerCase()))]
}

function findIn(texts: readonly TextPlace[]): Finding[] {
  return texts.flatMap(({ path, text }) =>
    findOriginWords(text).map((word) => ({
      path,
      message: `uses "${word}", which points to where a person comes from; ask about the organization, a post, a duty or access instead`,
    })),
  )
}

/** Every text of the pack in its own words, and the origin words in it. */
export function lintOriginWords(pack: Pack): Finding[] {
  return findIn(ownTexts(pack))
}

/** Origin words in the notes of sources, which may quote a document. Titles are the documents' own and are not read. */
export function lintNoteWords(pack: Pack): Finding[] {
  return findIn(pack.sources.flatMap(({ id, note }) => (note === undefined ? [] : [{ path: `sources.${id}.note`, text: note }])))
}
