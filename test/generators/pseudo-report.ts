// The words of the reports in a made-up language, in a folder of resources of its own, as a translation would stand there.
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { madeUp, type MadeUpLanguage } from './pseudo-pack.ts'

/** What is no word in the method's text: the kind of a block, the name of a figure, and what a program reads. */
const methodCodes = ['madeFrom', 'kind', 'name', 'number', 'style', 'lines']
const isProse = (text: string) => /\p{L}/u.test(text.replaceAll(/\{[^}]*\}/g, ''))

interface Saying {
  readonly say: (words: string) => string
  /** Keys whose values are no words. */
  readonly codes: readonly string[]
}

/** The same structure in made-up words; the places to fill in stay. */
function translated(value: unknown, saying: Saying): unknown {
  if (typeof value === 'string') return isProse(value) ? saying.say(value) : value
  if (Array.isArray(value)) return value.map((part) => translated(part, saying))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, saying.codes.includes(key) ? part : translated(part, saying)]))
}

const sayOf = (language: MadeUpLanguage) => (words: string) =>
  madeUp[language](words.replaceAll(/\{(\w+)\}/g, '{{$1}}')).replaceAll(/\{\{(\w+)\}\}/g, '{$1}')

/** Two letters for the catalogue: a made-up one, or Hebrew, which runs from right to left. */
export const reportLanguage = { 'en-XA': 'xa', he: 'he' } as const satisfies Record<MadeUpLanguage, string>

/** Fills `folder` with everything that reports are printed from, its words in `language`, and returns it. */
export function translatedResources(folder: string, resources: string, language: MadeUpLanguage): string {
  for (const name of ['fonts', 'reference', 'packs']) symlinkSync(join(resources, name), join(folder, name))
  mkdirSync(join(folder, 'report'))
  cpSync(join(resources, 'report'), join(folder, 'report'), { recursive: true })
  const code = reportLanguage[language]
  for (const name of ['words', 'formats', 'method']) {
    const english: unknown = JSON.parse(readFileSync(join(resources, 'report', `${name}.en.json`), 'utf8'))
    const words = translated(english, { say: sayOf(language), codes: name === 'method' ? methodCodes : [] })
    const content = name === 'words' ? { ...Object(words), language: code } : words
    writeFileSync(join(folder, 'report', `${name}.${code}.json`), JSON.stringify(content))
  }
  return folder
}
