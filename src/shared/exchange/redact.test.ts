// Redaction: nothing of what was taken out is left, and what cannot be told from chance is listed, not hidden.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { documentOf, type DocumentWords, typed } from '#test/generators/exchange.ts'
import { randomRun } from '#test/generators/random-pack.ts'
import { shippedRun } from '#test/generators/shipped-run.ts'
import { isAboutThirdParty, redact, removedTexts } from './redact.ts'

/** A word that stands nowhere else: no pack, schema or name holds three Greek letters beside four digits. */
const secret = fc.nat({ max: 9_999 }).map((number) => `ξψω ${String(number).padStart(4, '0')}`)
const people = ['Dora Decider', 'Sina Signer', 'Rita Reviewer', 'Counsel at large', 'Olga Owner', 'Carl Commenter']
const anyWord = fc.oneof(typed, fc.constantFrom('no', 'yes', 'Lens', 'OK', 'supplier', 'high', 'a', 'None'))
/** Ten thousand for the invariant, shared by its two tests. */
const cases = { numRuns: 5_000 }
const run = fc.oneof({ weight: 150, arbitrary: randomRun }, { weight: 1, arbitrary: shippedRun })

function wordsFrom(word: fc.Arbitrary<string>): fc.Arbitrary<DocumentWords> {
  const list = fc.array(word, { minLength: 1, maxLength: 3 })
  return fc.record({ notes: list, jewelNames: list, rationale: word, thirdParty: fc.constant('Lens SARL'), conditions: fc.constant([]) })
}

describe('invariant 28: a redacted document', () => {
  test('holds no text of what was removed, though a condition repeats it', () => {
    fc.assert(
      fc.property(run, wordsFrom(secret), (input, words) => {
        const told = [words.rationale, ...words.notes, ...words.jewelNames]
        const conditions = told.map((word) => `Keep ${word.toUpperCase()}  away`)
        const { document } = redact(documentOf(input, { ...words, conditions }), input.pack)
        const text = JSON.stringify(document).toLowerCase()
        for (const word of told) expect(text).not.toContain(word)
        for (const word of [...people, 'Head of security', 'Front desk', 'Builds sensors', 'It does not apply here', 'proof of 2026'])
          expect(text).not.toContain(word.toLowerCase())
      }),
      cases,
    )
  }, 300_000)

  test('lists each place at which a removed text still stands, however short or common', () => {
    fc.assert(
      fc.property(run, wordsFrom(anyWord), typed, (input, words, condition) => {
        const document = documentOf(input, { ...words, conditions: [condition, ...words.notes] })
        const redaction = redact(document, input.pack)
        const shown = new Set<string>(input.pack.questions.filter((one) => isAboutThirdParty(input.pack, one)).map((one) => one.id))
        const listed = new Set(redaction.traces.map((trace) => trace.from))
        const text = JSON.stringify(redaction.document)
        for (const { from, text: removed } of removedTexts(document, shown)) {
          // Escapes aside, so that the check does not rest on the code under test.
          const escaped = JSON.stringify(removed).slice(1, -1)
          if (removed.trim() !== '' && text.includes(escaped) && !/^["\\,:{}[\]]*$/u.test(removed)) expect(listed).toContain(from)
        }
      }),
      cases,
    )
  }, 300_000)
})
