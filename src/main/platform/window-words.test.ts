// The words of the menu and the dialogs come from the catalogue, and from nowhere else.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { setWindowLanguage, windowWord } from './window-words.ts'

/** Titles, labels and names of kinds of files that stand in the code, but for those that are all capitals, as PDF is. */
function wordsIn(source: string): string[] {
  const found = source.matchAll(/\b(?:title|label|buttonLabel|name): (?<quote>['`])(?<words>[^'`]+)\k<quote>/g)
  return [...found].map(({ groups }) => groups?.['words'] ?? '').filter((words) => /^[A-Z].*[a-z]{2}/.test(words))
}
const namesOfMakers = new Set(['Gatehouse', 'CycloneDX'])

test('no word of a menu or a dialog stands in the code', () => {
  const folder = import.meta.dirname
  const files = readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && name !== 'token-places.ts')
  const found = files.flatMap((name) => wordsIn(readFileSync(join(folder, name), 'utf8')))
  expect(found.filter((words) => !namesOfMakers.has(words))).toEqual([])
  expect(wordsIn("{ title: 'Choose a file', filters: [{ name: 'PDF' }] }")).toEqual(['Choose a file'])
})

test('another language takes the place of the one before, and says whether it does', () => {
  const home = () => windowWord(({ menu }) => menu.home)
  expect([setWindowLanguage('en'), home()]).toEqual([false, '&Home'])
  expect([setWindowLanguage('en-XA'), home()]).toEqual([true, '[&Ĥóɱé~~]'])
  expect([setWindowLanguage('en'), home()]).toEqual([true, '&Home'])
})
