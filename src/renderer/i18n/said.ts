// What the engine and the schemas say in English, in the language of the page. They speak of a vault or a field that only they
// can see, so they say it in words; the catalogue `said` holds every such sentence, and the English sentence itself is its code.
import { english } from './catalogues.ts'
import { pageLanguage } from './page-language.ts'
import { words } from './words.ts'

interface Saying {
  readonly key: string
  readonly pattern: RegExp
}

const placeholder = /\{\{(\w+)\}\}/g

/** A sentence of the catalogue as an expression; what stands in double braces is taken out of the sentence by its name. */
function patternOf(sentence: string): RegExp {
  const literal = sentence.replaceAll(/[\\^$.*+?()[\]|/]/g, String.raw`\$&`)
  return new RegExp(`^${literal.replaceAll(placeholder, '(?<$1>.+?)')}$`, 'u')
}

const sayings: readonly Saying[] = [
  ...Object.entries(english.said.fields).map(([key, sentence]) => ({ key: `said:fields.${key}`, pattern: patternOf(sentence) })),
  ...Object.entries(english.said.sentences).map(([key, sentence]) => ({ key: `said:sentences.${key}`, pattern: patternOf(sentence) })),
]

/** The words of one sentence, or null when no catalogue has it. */
function findSaying(sentence: string, language: string): string | null {
  for (const { key, pattern } of sayings) {
    const match = pattern.exec(sentence)
    if (match === null) continue
    // The key comes out of the catalogue itself, so no type can know it.
    const text: unknown = Reflect.apply(words.t, words, [key, { ...match.groups, lng: language }])
    return typeof text === 'string' ? text : null
  }
  return null
}

const inWords = (sentences: readonly string[], language: string) => sentences.every((sentence) => findSaying(sentence, language) !== null)

/** True when the catalogue has these words: as one sentence, or each of their sentences. */
export function isSaid(text: string): boolean {
  return inWords([text], 'en') || inWords(sentencesOf(text), 'en')
}

const sentencesOf = (text: string) => text.split(/(?<=\.) (?=\p{Lu})/u)

/** Words of the engine in the language of the page; sentences that no catalogue has stay as they are. */
export function inPageLanguage(text: string, language: string = pageLanguage): string {
  if (language === 'en') return text
  const whole = findSaying(text, language)
  if (whole !== null) return whole
  return sentencesOf(text)
    .map((sentence) => findSaying(sentence, language) ?? sentence)
    .join(' ')
}
