// Redaction by example: what of one assessment the third party is shown, what is masked, and which traces are listed.
import { describe, expect, test } from 'vitest'
import { answer, practice } from '#test/generators/answers.ts'
import { buildPack, question } from '#test/generators/build-pack.ts'
import { documentOf, type DocumentWords } from '#test/generators/exchange.ts'
import { AssessmentDocument } from '../domain/assessment-document.ts'
import type { ScoreInput } from '../scoring/input.ts'
import { redact } from './redact.ts'
import { masked, needlesOf, tracesIn } from './traces.ts'

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
