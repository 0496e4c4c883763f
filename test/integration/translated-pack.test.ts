// A translation of the shipped pack is an overlay, a file of words: it needs no code, leaves nothing behind in English, and scores alike.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Pack } from '#shared/domain/pack.ts'
import { isSameQuestion } from '#shared/pack/comparable.ts'
import { score } from '#shared/scoring/score.ts'
import { checkPackFile } from '#main/packs/check-pack-file.ts'
import { createPackLibrary } from '#main/packs/pack-library.ts'
import { type MadeUpLanguage, pseudoOverlay } from '../generators/pseudo-pack.ts'
import { shippedRun } from '../generators/shipped-run.ts'
import { resourcesDirectory } from '../support/engine-session.ts'
import { temporaryFolder } from '../support/vault-place.ts'

const library = createPackLibrary(resourcesDirectory)
const { pack: shipped } = library.current

function checked(overlay: object) {
  const path = join(temporaryFolder(), 'translation.json')
  writeFileSync(path, JSON.stringify(overlay))
  const reading = checkPackFile(path, library)
  if (!reading.ok) throw new Error(reading.sentence)
  return reading.checked
}

function translation(language: MadeUpLanguage): Pack {
  const { loaded, problems } = checked(pseudoOverlay(shipped, language))
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
  expect(problems.filter(({ message }) => message.includes('not translated'))).toEqual([])
  if (loaded === null) throw new Error('The translation made no pack.')
  return loaded.pack
}

/** Every text of several words but the sources, whose titles are names, with its place. */
function prose(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return /\p{L}{2,} /u.test(value) ? [[path, value]] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, part]) => (path === '' && key === 'sources' ? [] : prose(part, `${path}.${key}`)))
}

const wordKeys = new Set(['title', 'description', 'purpose', 'text', 'why', 'good', 'proof', 'firstStep', 'label', 'unit', 'reason'])

/** The same with its words taken out; ids and numbers stay. */
function wordless(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (key, part: unknown) => (wordKeys.has(key) && typeof part === 'string' ? '…' : part)))
}

describe('a translation of the shipped pack', () => {
  test.each(['en-XA', 'he'] as const)('into %s is taken without an error, with every text in it', (language) => {
    const pack = translation(language)
    expect(pack.language).toBe(language)
    const before = new Set(prose(shipped).map(([, text]) => text))
    expect(before.size).toBeGreaterThan(700)
    expect(prose(pack).filter(([, text]) => before.has(text))).toEqual([])
    // Nothing but words differs.
    const { id, version, language: _, basedOn, ...rest } = pack
    const { id: _id, version: _version, language: _language, ...original } = shipped
    expect(wordless(rest)).toEqual(wordless(original))
    expect(basedOn).toEqual(library.current.reference)
    expect(shipped.questions.every((question) => isSameQuestion(pack, shipped, question.id))).toBe(true)
    expect([id, version]).toEqual([`made-up.${language.toLowerCase()}`, '1.0.0'])
  })

  test('scores every answer as the English one does', () => {
    const pack = translation('en-XA')
    for (const run of fc.sample(shippedRun, 30)) {
      // The result names its pack, in a field and in the line to copy.
      const [there, here] = [score({ ...run, pack }), score(run)].map((result) => JSON.stringify(wordless(result)))
      expect(there?.replaceAll(pack.id, shipped.id)).toBe(here)
    }
  })

  test('that leaves words in English is told where', () => {
    const whole = pseudoOverlay(shipped, 'en-XA')
    const { domains: _, ...change } = whole.change ?? {}
    const messages = checked({ ...whole, change }).problems.map(({ path, message }) => `${path} ${message}`)
    expect(messages).toContain('change.domains.PR is not translated in full; give PR a title and a purpose')
  })
})
