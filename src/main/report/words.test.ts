// The catalogue of words: complete, used, and true to what the product may say.
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { resourcesDirectory } from '#test/golden/report-case.ts'
import { fill, loadReportWords, ReportWords } from './words.ts'

const templates = join(resourcesDirectory, 'report')
const text = readFileSync(join(templates, 'words.en.json'), 'utf8')
const words = loadReportWords(resourcesDirectory)

function sourcesOf(folder: string, ending: string, except = ''): string {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ending) && file !== except && !file.endsWith('.test.ts'))
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('\n')
}

test('every word that the templates use is in the catalogue, and every word there is used', () => {
  // The third party's copy has a catalogue of its own.
  const typst = sourcesOf(templates, '.typ', 'redacted.typ')
  const model = sourcesOf(join(import.meta.dirname, 'model'), '.ts')
  const used: ReadonlySet<string> = new Set([
    ...[...typst.matchAll(/\bwords\.([a-zA-Z]+)/g)].map((match) => String(match[1])),
    ...[...model.matchAll(/(?:label|template)\['([a-zA-Z]+)'\]/g)].map((match) => String(match[1])),
  ])
  expect(used).toEqual(new Set(Object.keys(words.template)))
})

test('a catalogue without a phrase, or with an empty one, is refused', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-words-'))
  try {
    mkdirSync(join(folder, 'report'))
    for (const broken of [
      { ...words, months: words.months.slice(1) },
      { ...words, tierUnconfirmed: '' },
    ]) {
      writeFileSync(join(folder, 'report', 'words.en.json'), JSON.stringify(broken))
      expect(() => loadReportWords(folder)).toThrow()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  expect(ReportWords.safeParse({}).success).toBe(false)
})

test('the three steps are reported, never recommended, and nothing is called legal or illegal', () => {
  expect(words.disclaimer.join(' ')).toContain('the three steps reported from NCSC’s 2021 outreach to U.S. business')
  expect(text).not.toMatch(/recommended by NCSC|illegal|\blawful\b/i)
  expect(words.disclaimer.join(' ')).toContain('ordinal judgement aid, not a probability')
})

test('placeholders are filled by name, and one without a value stays visible', () => {
  expect(fill('{a} and {b}', { a: 'one' })).toBe('one and {b}')
  expect(fill('{a}', { a: '{b}', b: 'never' })).toBe('{b}')
})
