// Page one: what a director needs to act on.
import type { Decision } from '#shared/domain/decision.ts'
import { tiers } from '#shared/domain/tier.ts'
import type { FrontPage } from '../report-model.ts'
import { fill, type ReportWords } from '../words.ts'
import { domainTitle, type CaseFile } from './case-file.ts'
import { printedFlags } from './flags.ts'
import { preparedFor } from './look.ts'
import { nextLook, printedBadges } from './next-look.ts'
import { signedBy } from './signed-by.ts'
import { printedTier, printedTierRange, statedTier, writtenDate, writtenGap, writtenRanks } from './written.ts'

/** Page one shows at most this many flags. */
const shownFlags = 3
/** Page one shows conditions as long as they fit into this many characters together, but never fewer than one. */
const conditionBudget = 520
const shownConditions = 5

export function titleSize(name: string): FrontPage['titleSize'] {
  if (name.length <= 34) return 'large'
  return name.length <= 90 ? 'medium' : 'small'
}

/** What the outcome means, true to whether conditions stand below it. */
export function outcomeMeaning({ outcome, conditions }: Pick<Decision, 'outcome' | 'conditions'>, words: ReportWords): string {
  return outcome === 'proceed' && conditions.length > 0 ? words.proceedOnConditions : words.outcomeMeaning[outcome]
}

/** The inherent risk in a sentence, with its ranks. */
export function inherentSentence(file: CaseFile): string {
  const { inherent } = file.document.result
  const { words } = file
  const ranks = { impact: writtenRanks(inherent.impact, words), exposure: writtenRanks(inherent.exposure, words) }
  return fill(words.sentence.inherentOne, { tier: printedTierRange(inherent.tier, words).text, ...ranks })
}

function driverSentence(file: CaseFile): string {
  const { result } = file.document
  const { words } = file
  const { driver } = result
  if (driver === null) return words.sentence.driverNone
  if (driver.kind === 'flag') {
    const rule = result.flags.find((flag) => flag.ruleId === driver.id)
    return fill(words.sentence.driverFlag, { rule: driver.id, reason: rule?.reason ?? '' }).trim()
  }
  const domain = domainTitle(file, driver.id)
  const gap = result.domains.find((one) => one.domainId === driver.id)?.gap ?? null
  if (gap === null) return fill(words.sentence.driverCheck, { domain })
  return fill(words.sentence.driverDomain, {
    domain,
    gap: writtenGap(gap, words),
    inherent: printedTierRange(result.inherent.tier, words).text,
  })
}

function tierBlock(file: CaseFile): FrontPage['tier'] {
  const { result } = file.document
  const { words } = file
  const range = statedTier(result, words)
  const values = { best: range.best.word, worst: range.worst.word }
  return {
    ...range,
    headline: range.worst.word,
    explanation: fill(range.best.id === range.worst.id ? words.sentence.rangeOne : words.sentence.rangeTwo, values),
    alt: fill(words.sentence.scaleAlt, values),
    scale: tiers.map((tier) => printedTier(tier, words)),
  }
}

function frontConditions(file: CaseFile): Pick<FrontPage, 'conditions' | 'moreConditions'> {
  const { conditions } = file.document.decision
  let room = conditionBudget
  const shown = conditions.slice(0, shownConditions).filter((condition, index) => {
    room -= condition.length
    return index === 0 || room >= 0
  })
  const { sentence } = file.words
  const after = (count: number): string => {
    const left = String(conditions.length - count)
    if (left === '0') return ''
    return fill(count === 0 ? sentence.allConditions : sentence.moreConditions, { count: left })
  }
  return { conditions: shown, moreConditions: [...shown.keys(), shown.length].map(after) }
}

function frontFlags(file: CaseFile): Pick<FrontPage, 'flags' | 'moreFlags'> {
  const flags = printedFlags(file)
  const left = flags.length - shownFlags
  return { flags: flags.slice(0, shownFlags), moreFlags: left > 0 ? fill(file.words.sentence.moreFlags, { count: String(left) }) : '' }
}

/** Everything on page one. */
export function frontPage(file: CaseFile): FrontPage {
  const { document, words } = file
  const { decision, result, thirdParty } = document
  return {
    thirdPartyName: thirdParty.legalName,
    nativeName: thirdParty.nativeName,
    preparedFor: preparedFor(file.chosen.look, document.organization.name, words),
    context: [
      words.relationship[document.relationship],
      words.profile[document.profile],
      fill(words.sentence.asOf, { date: writtenDate(document.asOf, words) }),
    ],
    titleSize: titleSize(thirdParty.legalName),
    outcome: {
      id: decision.outcome,
      word: words.outcome[decision.outcome],
      meaning: outcomeMeaning(decision, words),
      decidedBy: fill(words.sentence.decidedBy, { name: decision.decidedBy }),
    },
    tier: tierBlock(file),
    driver: driverSentence(file),
    inherent: inherentSentence(file),
    confidence: {
      word: words.confidence[result.confidence],
      meaning: words.confidenceMeaning[result.confidence],
      answered: fill(words.sentence.answered, { answered: String(result.answeredCount), shown: String(result.shown.length) }),
    },
    badges: printedBadges(file),
    nextLook: nextLook(file),
    ...frontFlags(file),
    ...frontConditions(file),
    signedBy: signedBy(document, words),
  }
}
