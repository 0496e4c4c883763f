// Every sentence that the engine or a schema says to the page is in a catalogue.
import { describe, expect, test } from 'vitest'
import { english } from './catalogues.ts'
import { pseudoCatalogue } from '#shared/pseudo.ts'
import { words } from './words.ts'
import { inPageLanguage, isSaid } from './said.ts'

const schemas = import.meta.glob<string>(
  [
    '../../shared/{domain,contract}/*.ts',
    '../features/**/*.{ts,tsx}',
    '!**/*.test.ts',
    '!../../shared/domain/{pack,question,assessment-input}.ts',
  ],
  { query: '?raw', import: 'default', eager: true },
)
const engine = import.meta.glob<string>(['../../main/**/*.ts', '!**/*.test.ts'], {
  query: '?raw',
  import: 'default',
  eager: true,
})

const files = import.meta.glob<string>(
  ['../../main/features/{import,report-look,backups}/*.ts', '../../main/store/audit.ts', '!**/*.test.ts'],
  {
    query: '?raw',
    import: 'default',
    eager: true,
  },
)

const recomputing = import.meta.glob<string>('../../main/features/reports/recompute.ts', { query: '?raw', import: 'default', eager: true })

const quoted = (pattern: RegExp, sources: Readonly<Record<string, string>>) =>
  Object.values(sources).flatMap((text) =>
    [...text.matchAll(pattern)].map(({ groups }) => (groups?.['words'] ?? '').replaceAll(/\$\{[^}]*\}/g, '20')),
  )

/** What schemas say of a field: `is empty; type something`. */
const ofFields = quoted(
  /(?:regex\(\/[^\n]*\/u?, |(?:min|max)\([\w_.]+, |refine\([^\n]*?, |error: |message: |^const badCharacters = |^ {2}'?[\w-]+'?: (?=['`](?:has|goes) ))(?<quote>['`])(?<words>(?:is|has|contains|names|uses|lists) [^'`]+)\k<quote>/gm,
  schemas,
)

/** What the engine says where the code alone tells too little. */
const ofEngine = [
  ...quoted(/VaultProblem\(\s*'write-failed',\s*(?<quote>['`])(?<words>[^'`]+)\k<quote>/g, engine),
  ...quoted(
    /Refusal\(\s*'(?:not-a-picture|list-not-readable|list-too-long|import-in-use)',\s*(?<quote>['`])(?<words>[^'`]+)\k<quote>/g,
    engine,
  ),
  'This vault is already open. Close it there, then try again.',
  'This vault is already open on lab.example.org since 2026-11-22 09:30 UTC. Close it there, then try again.',
  ...quoted(/'clock-behind',\s*(?<quote>['`])(?<words>[^`]+)\k<quote>/g, engine),
  ...quoted(/(?:notReadable|refused)\(\s*(?<quote>['`])(?<words>[A-Z][a-z][^'`]+\.)\k<quote>/g, files),
  ...quoted(/return (?<quote>['`])(?<words>The (?:backup|disk|second|picture)[^'`]+\.)\k<quote>/g, files),
  ...quoted(/(?<quote>['`])(?<words>[A-Z][a-z]+ [^'`]+\.)(?: \$\{doNotRely\})?\k<quote>/g, recomputing),
  ...quoted(/broken\((?<quote>['`])(?<words>[^'`]+)\k<quote>/g, files).map((what) => `Entry 7 of the history ${what}.`),
]

describe('what the engine and the schemas say', () => {
  test('is found in their sources', () => {
    expect(ofFields.length).toBeGreaterThan(35)
    expect(ofEngine.length).toBeGreaterThan(30)
  })

  test('is in the catalogue, sentence by sentence', () => {
    expect([...ofFields, ...ofEngine].filter((text) => !isSaid(text))).toEqual([])
  })

  test('is not made out of anything else', () => {
    expect(isSaid('This sentence is in no catalogue.')).toBe(false)
    expect(isSaid('The disk is full, so no backup was made. This sentence is in no catalogue.')).toBe(false)
  })

  test('is said in the language of the page, with what it names', () => {
    words.addResourceBundle('en-XA', 'said', pseudoCatalogue(english.said, 'en-XA'))
    const busy = 'This vault is already open on lab.example.org since 2026-11-22 09:30 UTC. Close it there, then try again.'
    expect(inPageLanguage(busy, 'en-XA')).toMatch(/^\[Ţĥíš .* lab\.example\.org .* 2026-11-22 09:30 .*\] \[Çļóšé /)
    expect(inPageLanguage('is longer than 300 characters; shorten it', 'en-XA')).toContain(' 300 ')
    expect(inPageLanguage('Nobody knows this.', 'en-XA')).toBe('Nobody knows this.')
  })

  test('stays as it is in English', () => {
    expect(inPageLanguage('is empty; type something')).toBe('is empty; type something')
  })
})
