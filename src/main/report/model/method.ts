// The annex that lets a reader recompute the result: the method's text, tables, ranks, arithmetic of every domain, flags, vector.
import { tiers } from '#shared/domain/tier.ts'
import type { DomainGap } from '#shared/scoring/gap.ts'
import { inherentTier, residualTier } from '#shared/scoring/tables.ts'
import type { Arithmetic, ArithmeticRow, MethodAnnex, PrintedFlag, PrintedRule } from '../report-model.ts'
import { fill } from '../words.ts'
import { answerText } from './answers.ts'
import { questionText, type CaseFile } from './case-file.ts'
import { conditionWords } from './condition-words.ts'
import { printedClearFlags, printedFlags } from './flags.ts'
import { inherentSentence } from './front-page.ts'
import { ranksOf } from './ranks.ts'
import { conclusionOf, gapsOf, type Gaps, uncertainNote, workedExample, writtenValue } from './worked-example.ts'
import { printedTier, printedTierRange, writtenHundredths, writtenRanks } from './written.ts'

/** Ranks of impact and exposure, and gap bands, all count from 1 to 4. */
const levels = [1, 2, 3, 4] as const

type ScoredDomain = CaseFile['domains'][number]
type Contribution = ScoredDomain['result']['contributions'][number]

function shortAnswer(questionId: string, file: CaseFile): string {
  const question = file.questions.get(questionId)
  return question === undefined ? '' : answerText(question, file.answers.get(questionId), file).slice(0, 1).join('')
}

interface Place {
  readonly gap: DomainGap | undefined
  readonly questionId: string
}

/** `w·v` of a unit at one end; a dash where it does not count. */
function valueAt(end: 'lo' | 'hi', { gap, questionId }: Place, file: CaseFile): string {
  if (gap === undefined) return ''
  const counted = gap[end].counted.find((one) => one.unit.question.id === questionId)
  return counted === undefined ? '–' : writtenValue(counted.unit.weight * counted[end], file)
}

function arithmeticRow(contribution: Contribution, domainId: string, { file, gaps }: Sources): ArithmeticRow {
  const { questionId, children, weight } = contribution
  const members = [questionId, ...children]
  const place = { gap: gaps.get(domainId), questionId }
  return {
    question: children.length === 0 ? questionId : fill(file.words.sentence.children, { gate: questionId, children: children.join(', ') }),
    answer: members.map((id) => shortAnswer(id, file)).join(', '),
    weight: String(weight),
    loValue: valueAt('lo', place, file),
    hiValue: valueAt('hi', place, file),
    lo: writtenHundredths(contribution.loBp, file.words),
    hi: writtenHundredths(contribution.hiBp, file.words),
  }
}

interface Sources {
  readonly file: CaseFile
  readonly gaps: Gaps
}

/** Σ w; both when the two ends are taken over different weights. */
function weightOf({ lo, hi }: ScoredDomain['result']['countedWeight']): string {
  return lo === hi ? String(hi) : `${lo}/${hi}`
}

/** The sums of every domain with a gap; the worst-case column adds up exactly to its total. */
function arithmetic({ file, gaps }: Sources): Arithmetic[] {
  return file.domains.flatMap(({ domain, result }) => {
    if (result.gap === null) return []
    const gap = gaps.get(domain.id)
    return [
      {
        domainId: domain.id,
        title: domain.title,
        rows: result.contributions.map((contribution) => arithmeticRow(contribution, domain.id, { file, gaps })),
        weight: weightOf(result.countedWeight),
        loValue: gap === undefined ? '' : writtenValue(gap.lo.part, file),
        hiValue: gap === undefined ? '' : writtenValue(gap.hi.part, file),
        lo: writtenHundredths(result.gap.loBp, file.words),
        hi: writtenHundredths(result.gap.hiBp, file.words),
        conclusion: [...uncertainNote(gap, file), ...conclusionOf(result, file)].join(' '),
      },
    ]
  })
}

/** When the rule fires, in words; a question's own rule without a condition fires on its bad answer. Screening has no condition. */
function firesWhen({ ruleId, reason }: PrintedFlag, file: CaseFile): string {
  const question = file.questions.get(ruleId)
  if (question === undefined) {
    const combination = file.pack.combinations.find(({ id }) => id === ruleId)
    return combination === undefined ? '' : conditionWords(combination.when, file)
  }
  const flag = question.flags.find((one) => one.reason === reason)
  return flag === undefined ? '' : conditionWords(flag.when ?? { bad: question.id }, file)
}

function withCondition(flags: readonly PrintedFlag[], file: CaseFile): PrintedRule[] {
  return flags.map((flag) => ({ ...flag, condition: firesWhen(flag, file) }))
}

function inherentFacts(file: CaseFile): MethodAnnex['facts'] {
  return file.document.result.inherent.facts.map((fact) => ({
    questionId: fact.questionId,
    fact: questionText(file, fact.questionId),
    ranks: ranksOf(fact, file),
    axis: file.words.axis[fact.axis],
    best: String(fact.best),
    worst: String(fact.worst),
  }))
}

export function methodAnnex(file: CaseFile): MethodAnnex {
  const { document, words } = file
  const { inherent } = document.result
  const gaps = gapsOf(file)
  const ranks = { impact: writtenRanks(inherent.impact, words), exposure: writtenRanks(inherent.exposure, words) }
  return {
    text: file.method.sections,
    inherentTable: levels.map((impact) => levels.map((exposure) => printedTier(inherentTier(impact, exposure), words))),
    residualTable: tiers.map((tier) => ({
      inherent: printedTier(tier, words),
      cells: levels.map((band) => printedTier(residualTier(tier, band), words)),
    })),
    bands: Object.values(words.band),
    facts: inherentFacts(file),
    inherentText: inherentSentence(file),
    matrix: {
      impact: inherent.impact,
      exposure: inherent.exposure,
      alt: fill(words.sentence.matrixAlt, { ...ranks, tier: printedTierRange(inherent.tier, words).text }),
    },
    arithmetic: arithmetic({ file, gaps }),
    example: workedExample(file, gaps),
    flags: withCondition(printedFlags(file), file),
    clearFlags: withCondition(printedClearFlags(file), file),
    vector: document.result.vector,
  }
}
