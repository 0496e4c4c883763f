// Redaction: nothing of what was taken out is left, and what cannot be told from chance is listed, not hidden.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answer, practice } from '#test/generators/answers.ts'
import { buildPack, question } from '#test/generators/build-pack.ts'
import { documentOf, type DocumentWords, typed } from '#test/generators/exchange.ts'
import { randomRun } from '#test/generators/random-pack.ts'
import { shippedRun } from '#test/generators/shipped-run.ts'
import { AssessmentDocument } from '../domain/assessment-document.ts'
import type { ScoreInput } from '../scoring/input.ts'
import { isAboutThirdParty, redact, removedTexts } from './redact.ts'
import { masked, needlesOf, tracesIn } from './traces.ts'

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

const pack = buildPack([
  question('CJ-01', { audience: ['organization'] }),
  question('OW-01', { answer: { kind: 'text' } }),
  question('OW-02', { answer: { kind: 'owners' } }),
  question('OW-03'),
  question('OW-04'),
  question('AA-01'),
  question('AA-02', { audience: ['organization'] }),
  question('PR-01', { answer: { kind: 'owners' } }),
  question('PR-02', { answer: { kind: 'text' } }),
])
const owners = [{ name: 'Falcon Holding', country: 'DE', shareBp: 5_000, layer: 1 }]
const input: ScoreInput = {
  pack,
  relationship: 'supplier',
  profile: 'full',
  asOf: '2026-11-22',
  jewels: [],
  answers: [
    answer('CJ-01', practice('no')),
    answer('OW-01', { kind: 'text', text: 'We build the falcon  lens.' }),
    answer('OW-02', { kind: 'owners', owners }),
    answer('OW-03', practice('no')),
    answer('OW-04', { kind: 'not-applicable', reason: 'Told by the mole', countersignedBy: 'Mo' }),
    answer('AA-01', practice('yes')),
    answer('AA-02', practice('no')),
    answer('PR-01', {
      kind: 'owners',
      owners: [{ ...owners[0], name: 'Secret Parent' }].map((one) => ({ ...one, country: 'DE', shareBp: 1, layer: 1 })),
    }),
    answer('PR-02', { kind: 'text', text: 'Joint work on radar' }),
  ],
}
const words: DocumentWords = {
  notes: ['Too slow.\nAsk Lens again', 'Mo'],
  jewelNames: ['Falcon lens', 'SARL'],
  rationale: 'We have no choice',
  conditions: ['No radar work: joint  work on RADAR ends', 'Remove Mo'],
  thirdParty: 'Lens SARL',
}
const { document, traces } = redact(documentOf(input, words), pack)

describe('the document for the third party', () => {
  test('keeps what is said about them, and masks what repeats a secret', () => {
    expect(document.answers.map(({ questionId, value }) => ({ questionId, value }))).toEqual([
      { questionId: 'OW-01', value: { kind: 'text', text: 'we build the […].' } },
      { questionId: 'OW-02', value: { kind: 'owners', owners } },
      { questionId: 'OW-03', value: practice('no') },
      { questionId: 'OW-04', value: { kind: 'not-applicable' } },
      { questionId: 'AA-01', value: practice('yes') },
    ])
    expect(document.decision.conditions).toEqual(['no radar work: […] ends', 'Remove Mo'])
  })

  test('shows a domain only when all of it is theirs, and names the others', () => {
    expect(document.result.domains.map((domain) => domain.domainId)).toEqual(['OW'])
    expect(document.domainsLeftOut).toEqual(['CJ', 'AA', 'PR'])
  })

  test('lists a secret that is also part of their name, and one too short to mask', () => {
    expect(document.thirdParty.legalName).toBe('Lens SARL')
    expect(traces).toContainEqual({ from: 'crownJewels.1.name', at: 'thirdParty.legalName' })
    expect(traces).toContainEqual({ from: 'answers.1.note', at: 'decision.conditions.1' })
  })

  test('keeps only flags of their questions', () => {
    const flagged = {
      ...input,
      pack: buildPack(
        ['OW-03', 'CJ-01'].map((id) =>
          question(id, {
            audience: id === 'CJ-01' ? ['organization'] : ['supplier'],
            flags: [{ level: 'high', reason: 'Bad.', sources: ['S1'] }],
          }),
        ),
        { combinations: [{ id: 'C-01', level: 'high', when: { bad: 'OW-03' }, reason: 'Both.', sources: ['S1'] }] },
      ),
    }
    const redacted = redact(
      documentOf({ ...flagged, answers: input.answers.filter((one) => ['OW-03', 'CJ-01'].includes(one.questionId)) }, words),
      flagged.pack,
    )
    expect(redacted.document.result.flags.map((flag) => flag.ruleId)).toEqual(['OW-03'])
  })
})

describe('comments in the document for the third party', () => {
  const said = (questionId: string, text: string) => ({ questionId, text, saidBy: 'Ann', saidOn: '2026-11-20' })
  const document = {
    ...documentOf(input, words),
    comments: [said('OW-03', 'We keep the falcon lens apart.'), said('CJ-01', 'You should list your designs.')],
    supersedes: null,
  }
  const redaction = redact(AssessmentDocument.parse(document), pack)

  test('are those on their own answers, without who made them', () => {
    expect(redaction.document.comments).toEqual([{ questionId: 'OW-03', text: 'we keep the […] apart.', saidOn: '2026-11-20' }])
    expect(JSON.stringify(redaction.document)).not.toContain('list your designs')
  })

  test('take the words of the others with them wherever those are repeated', () => {
    const repeated = { ...document, decision: { ...document.decision, conditions: ['You should list your designs.'] } }
    expect(redact(AssessmentDocument.parse(repeated), pack).document.decision.conditions).toEqual(['[…]'])
  })
})

describe('looking for traces', () => {
  test('knows a text in another case, another spacing and as a key', () => {
    const needles = needlesOf([{ from: 'here', text: ' Ab\tC\n\nsecond  LINE ' }])
    expect(needles.map((needle) => needle.text)).toEqual(['ab c second line', 'second line', 'ab c'])
    expect(tracesIn({ list: ['xAB CX'], 'second line': null, none: 3 }, needles)).toEqual([
      { from: 'here', at: 'list.0' },
      { from: 'here', at: 'second line#key' },
    ])
    expect(tracesIn('ab c', needles)).toEqual([{ from: 'here', at: '' }])
  })

  test('masks from four characters on', () => {
    const needles = needlesOf([
      { from: 'a', text: 'abc' },
      { from: 'b', text: 'abcd' },
    ])
    expect(masked('abc ABCDE', needles)).toBe('abc […]e')
    expect(masked('Abc', needles)).toBe('Abc')
  })
})
