// Which languages reports can be printed in: those whose words stand in resources/report.
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** The language of everything that has no translation. */
export const originalLanguage = 'en'

/** The language to print in for somebody whose interface is in `wanted`, such as `pt-BR`: its catalogue of words, or English. */
export function reportLanguageFor(resourcesDirectory: string, wanted: string): string {
  const language = /^[a-z]{2}(?=-|$)/.exec(wanted)?.[0] ?? originalLanguage
  return existsSync(join(resourcesDirectory, 'report', `words.${language}.json`)) ? language : originalLanguage
}

/** Every language with a catalogue of words, English first. */
export function printableLanguages(resourcesDirectory: string): string[] {
  const found = readdirSync(join(resourcesDirectory, 'report')).flatMap((file) => /^words\.([a-z]{2})\.json$/.exec(file)?.[1] ?? [])
  return [originalLanguage, ...found.filter((language) => language !== originalLanguage).toSorted()]
}

/** A file of words in `language`; in English where a translation lacks the file. */
export function wordsFile(resourcesDirectory: string, name: 'words' | 'method' | 'formats', language: string): string {
  const path = join(resourcesDirectory, 'report', `${name}.${language}.json`)
  return existsSync(path) ? path : join(resourcesDirectory, 'report', `${name}.${originalLanguage}.json`)
}
