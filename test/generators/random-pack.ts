// Random small packs that pass the lint: facts, two gap domains with gates, checks, floors and combinations.
import fc from 'fast-check'
import type { z } from 'zod'
import type { Leaf } from '#shared/domain/condition.ts'
import { Pack } from '#shared/domain/pack.ts'
import type { ScoreInput } from '#shared/scoring/input.ts'
import { runsOf } from './answers.ts'
import { packFile, question } from './build-pack.ts'

type QuestionFile = z.input<typeof Pack>['questions'][number]
type ConditionFile = z.input<typeof Leaf> | { all: ConditionFile[] } | { any: ConditionFile[] } | { not: ConditionFile }

const facts: QuestionFile[] = [
  question('PR-01', {
    answer: {
      kind: 'several',
      axis: 'impact',
      noneOption: 'none',
      options: [
        { id: 'gene', label: 'Gene', rank: 3, rankAbove: 4, thresholdCount: 100 },
        { id: 'name', label: 'Name', rank: 1, rankAbove: 2, thresholdCount: 1000 },
        { id: 'none', label: 'None', rank: 1 },
      ],
    },
  }),
  question('PR-02', {
    answer: { kind: 'counts', of: 'PR-01', unit: 'people' },
    shownIf: { question: 'PR-01', otherThan: ['none'] },
    isLite: false,
  }),
  question('PR-03', {
    answer: {
      kind: 'several',
      axis: 'exposure',
      noneOption: 'nothing',
      breadthBonusFrom: 2,
      options: [
        { id: 'nothing', label: 'Nothing', rank: 1 },
        { id: 'site', label: 'Site', rank: 2 },
        { id: 'code', label: 'Code', rank: 3 },
      ],
    },
    ranks: [
      {
        axis: 'impact',
        rank: 3,
        when: {
          all: [
            { question: 'PR-03', anyOf: ['code'] },
            { question: 'PR-04', listed: true },
          ],
        },
      },
    ],
  }),
  question('PR-04', { answer: { kind: 'jewels', axis: 'impact' } }),
  question('PR-05', {
    answer: {
      kind: 'choice',
      axis: 'exposure',
      options: [
        { id: 'days', label: 'Days', rank: 1 },
        { id: 'never', label: 'Never', rank: 4 },
      ],
    },
  }),
  question('PR-06', {
    answer: { kind: 'percent' },
    flags: [{ level: 'high', when: { question: 'PR-06', atLeast: 25 }, reason: 'Unexplained.', sources: ['S1'] }],
  }),
]

const factConditions: readonly ConditionFile[] = [
  { question: 'PR-01', otherThan: ['none'] },
  { question: 'PR-03', anyOf: ['code'] },
  { question: 'PR-04', listed: true },
  {
    any: [
      { question: 'PR-05', anyOf: ['never'] },
      { question: 'PR-06', atLeast: 50 },
    ],
  },
  { not: { question: 'PR-01', anyOf: ['gene'] } },
  { all: [{ relationship: ['supplier', 'partner'] }, { question: 'PR-03', otherThan: ['nothing'] }] },
]

interface Draft {
  readonly weight: 1 | 2 | 3 | 5
  readonly badAnswer: 'yes' | 'no'
  readonly wantsGate: boolean
  readonly shownIf: number | null
  readonly flag: 'high' | 'stop' | null
  readonly isRanked: boolean
}

const draft: fc.Arbitrary<Draft> = fc.record({
  weight: fc.constantFrom(1, 2, 3, 5),
  badAnswer: fc.constantFrom('yes', 'no'),
  wantsGate: fc.boolean(),
  shownIf: fc.option(fc.nat({ max: factConditions.length - 1 }), { freq: 2 }),
  flag: fc.option(fc.constantFrom('high', 'stop'), { freq: 1 }),
  isRanked: fc.boolean(),
})

const heaviestGroup = 16

/** The day from which the dated rule of every random pack holds. */
export const datedRuleSince = '2026-12-01'

/** Turns drafts into the questions of one gap domain; a draft that wants a gate joins the last open question while the group is light enough. */
function gapQuestions(domain: string, drafts: readonly Draft[]): QuestionFile[] {
  let gate: string | null = null
  let groupWeight = 0
  return drafts.map((one, index) => {
    const id = `${domain}-${String(index + 1).padStart(2, '0')}`
    const joins: boolean = one.wantsGate && gate !== null && groupWeight + one.weight <= heaviestGroup
    groupWeight = joins ? groupWeight + one.weight : 0
    const condition = one.shownIf === null ? undefined : factConditions[one.shownIf]
    // A child of a gate hangs on its gate alone, and a gate, a floor or a rank never on the absence of something.
    const shownIf = joins || (condition !== undefined && 'not' in condition) ? undefined : condition
    const changes: Partial<QuestionFile> = {
      answer: { kind: 'practice', badAnswer: one.badAnswer },
      weight: one.weight,
      ...(joins && gate !== null ? { gate } : {}),
      ...(shownIf === undefined ? {} : { shownIf }),
      ...(one.flag === null ? {} : { flags: [{ level: one.flag, reason: 'It is bad.', sources: ['S1'] }] }),
      ...(one.isRanked ? { ranks: [{ axis: 'exposure' as const, rank: 3 }] } : {}),
    }
    if (!joins) gate = id
    return question(id, changes)
  })
}

/** A pack that passes the lint. */
export const randomPack: fc.Arbitrary<Pack> = fc
  .record({ first: fc.array(draft, { minLength: 1, maxLength: 5 }), second: fc.array(draft, { minLength: 1, maxLength: 4 }) })
  .map(({ first, second }) =>
    Pack.parse(
      packFile(
        [
          ...facts,
          ...gapQuestions('AA', first),
          ...gapQuestions('BB', second),
          question('RP-01', {
            answer: {
              kind: 'choice',
              options: [
                { id: 'clear', label: 'Clear' },
                { id: 'hit', label: 'Hit' },
                { id: 'not-screened', label: 'Not screened' },
              ],
            },
            flags: [
              {
                level: 'stop',
                when: { question: 'RP-01', anyOf: ['hit'] },
                unresolvedWhen: { question: 'RP-01', anyOf: ['not-screened'] },
                reason: 'Listed.',
                sources: ['S1'],
              },
            ],
          }),
        ],
        {
          combinations: [
            {
              id: 'C-01',
              level: 'stop',
              when: { all: [{ bad: 'AA-01' }, { bad: 'BB-01' }, { question: 'PR-04', listed: true }] },
              reason: 'Together.',
              sources: ['S1'],
            },
            {
              id: 'C-02',
              level: 'high',
              when: { all: [{ since: datedRuleSince }, { bad: 'AA-01' }] },
              reason: 'By a rule that is in force from a day on.',
              sources: ['S1'],
            },
          ],
        },
      ),
    ),
  )

/** A random pack with a random run of it. */
export const randomRun: fc.Arbitrary<ScoreInput> = randomPack.chain(runsOf)
