// The annex that lets a reader recompute the result: tables, facts, arithmetic of every domain, flags, vector.
import { tiers } from '#shared/domain/tier.ts'
import { inherentTier, residualTier } from '#shared/scoring/tables.ts'
import type { Arithmetic, ArithmeticRow, MethodAnnex } from '../report-model.ts'
import { fill } from '../words.ts'
import { answerText } from './answers.ts'
import { questionText, type CaseFile } from './case-file.ts'
import { printedFlags } from './flags.ts'
import { inherentSentence } from './front-page.ts'
import { printedTier, printedTierRange, writtenHundredths, writtenRanks } from './written.ts'

/** Ranks of impact and exposure, and gap bands, all count from 1 to 4. */
const levels = [1, 2, 3, 4] as const

type ScoredDomain = CaseFile['domains'][number]
type Contribution = ScoredDomain['result']['contributions'][number]

function shortAnswer(questionId: string, file: CaseFile): string {
  const question = file.questions.get(questionId)
  return question === undefined ? '' : answerText(question, file.answers.get(questionId), file).slice(0, 1).join('')
}

function arithmeticRow(contribution: Contribution, file: CaseFile): ArithmeticRow {
  const { questionId, children } = contribution
  const members = [questionId, ...children]
  return {
    question: children.length === 0 ? questionId : fill(file.words.sentence.children, { gate: questionId, children: children.join(', ') }),
    answer: members.map((id) => shortAnswer(id, file)).join(', '),
    weight: String(contribution.weight),
    lo: writtenHundredths(contribution.loBp, file.words),
    hi: writtenHundredths(contribution.hiBp, file.words),
  }
}

function conclusionOf({ result }: ScoredDomain, file: CaseFile): string {
  const { words } = file
  if (result.band === null || result.residual === null) return ''
  return fill(words.sentence.gapSentence, {
    band: writtenRanks(result.band, words),
    inherent: printedTierRange(file.document.result.inherent.tier, words).text,
    tier: printedTierRange(result.residual, words).text,
  })
}

/** The sums of every domain with a gap; the worst-case column adds up exactly to its total. */
function arithmetic(file: CaseFile): Arithmetic[] {
  return file.domains.flatMap((scored) => {
    const { domain, result } = scored
    if (result.gap === null) return []
    return [
      {
        domainId: domain.id,
        title: domain.title,
        rows: result.contributions.map((contribution) => arithmeticRow(contribution, file)),
        weight: String(result.weightTotal),
        lo: writtenHundredths(result.gap.loBp, file.words),
        hi: writtenHundredths(result.gap.hiBp, file.words),
        conclusion: conclusionOf(scored, file),
      },
    ]
  })
}

export function methodAnnex(file: CaseFile): MethodAnnex {
  const { document, words } = file
  const { inherent } = document.result
  const ranks = { impact: writtenRanks(inherent.impact, words), exposure: writtenRanks(inherent.exposure, words) }
  return {
    rules: words.method,
    inherentTable: levels.map((impact) => levels.map((exposure) => printedTier(inherentTier(impact, exposure), words))),
    residualTable: tiers.map((tier) => ({
      inherent: printedTier(tier, words),
      cells: levels.map((band) => printedTier(residualTier(tier, band), words)),
    })),
    bands: Object.values(words.band),
    facts: inherent.facts.map((fact) => ({
      questionId: fact.questionId,
      fact: questionText(file, fact.questionId),
      axis: words.axis[fact.axis],
      best: String(fact.best),
      worst: String(fact.worst),
    })),
    inherentText: inherentSentence(file),
    matrix: {
      impact: inherent.impact,
      exposure: inherent.exposure,
      alt: fill(words.sentence.matrixAlt, { ...ranks, tier: printedTierRange(inherent.tier, words).text }),
    },
    arithmetic: arithmetic(file),
    flags: printedFlags(file),
    vector: document.result.vector,
  }
}
