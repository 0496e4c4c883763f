// What a schema found wrong, in the page's language: schemas serve the command line, too, and say it in English.
import { english } from './catalogues.ts'
import { wordsIn } from './words.ts'

const t = wordsIn('mistakes')
type Known = keyof typeof english.mistakes.known

function isKnown(key: string): key is Known {
  return Object.hasOwn(english.mistakes.known, key)
}

/** English sentence end → the key of its words. */
const keys = new Map(
  Object.entries(english.mistakes.known).flatMap(([key, message]): [string, Known][] => (isKnown(key) ? [[message, key]] : [])),
)
const tooLong = /^is longer than (\d+) characters; shorten it$/u

/** The end of a sentence about a field, such as "is empty; type something". One that no catalogue knows stays as it is. */
export function mistakeWords(message: string): string {
  const key = keys.get(message)
  if (key !== undefined) return t(`known.${key}`)
  const [, most] = tooLong.exec(message) ?? []
  return most === undefined ? message : t('tooLong', { most })
}
