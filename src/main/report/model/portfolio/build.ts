// From a portfolio document to everything that is printed of it: pure, no clock, no locale, the same JSON for the same input.
import type { PortfolioDocument } from '#shared/domain/portfolio-document.ts'
import { type ChosenLook, ownLook } from '#shared/domain/report-look.ts'
import type { PortfolioModel } from '../../portfolio-model.ts'
import { fill, type ReportWords } from '../../words.ts'
import { titleSize } from '../front-page.ts'
import { preparedFor, printedLook } from '../look.ts'
import { instantParts, signatureBlock, signedBy } from '../signed-by.ts'
import { shortened, writtenDate } from '../written.ts'
import { reassessmentsDue, treatmentsDue } from './dues.ts'
import { keyFigures, riskMatrix, tierCounts, tiersAlt } from './figures.ts'
import { flagGroups } from './flags.ts'
import { reachMatrix } from './reach.ts'
import { allStandings, courseOf, isOverdue, type Standing, standingLine } from './standings.ts'

export interface PortfolioEdition {
  readonly words: ReportWords
  readonly chosen?: ChosenLook
}

/** Page one names at most this many. */
const shownMatters = 5
const runningLength = 70

/** What a director should see first: a tier of High or worse, a STOP, or an assessment that is overdue. */
function matters(standing: Standing, asOf: string): boolean {
  const { assessed } = standing
  if (assessed === null) return false
  const isGrave = assessed.tier.worst === 'high' || assessed.tier.worst === 'critical'
  return isGrave || isOverdue(standing, asOf) || assessed.flags.some((flag) => flag.level === 'stop')
}

function front(document: PortfolioDocument, standings: readonly Standing[], edition: Required<PortfolioEdition>): PortfolioModel['front'] {
  const { words, chosen } = edition
  const { asOf, organization, parties } = document
  const counts = tierCounts(standings, words)
  const grave = standings.filter((standing) => matters(standing, asOf))
  const left = grave.length - shownMatters
  const count = parties.length === 1 ? words.portfolio.countOne : fill(words.portfolio.countMany, { count: String(parties.length) })
  return {
    title: organization.name,
    titleSize: titleSize(organization.name),
    preparedFor: preparedFor(chosen.look, organization.name, words),
    context: [count, fill(words.portfolio.context, { date: writtenDate(asOf, words) })],
    tiers: counts,
    tiersAlt: tiersAlt(counts, words),
    figures: keyFigures(document, standings, words),
    matters: grave.slice(0, shownMatters).map((standing) => standingLine(standing, asOf, words)),
    mattersNote:
      grave.length === 0 ? words.portfolio.matterNone : left > 0 ? fill(words.portfolio.matterMore, { count: String(left) }) : '',
    signedBy: signedBy(document, words),
  }
}

/** The report on all third parties: pure JSON, every string ready to print in the language of the words. */
export function buildPortfolioModel(document: PortfolioDocument, { words, chosen = ownLook }: PortfolioEdition): PortfolioModel {
  const { asOf, organization } = document
  const standings = allStandings(document)
  const title = fill(words.portfolio.title, { organization: organization.name })
  const reassessments = reassessmentsDue(document, standings, words)
  const treatments = treatmentsDue(document, words)
  const course = courseOf(document, words)
  const kind = {
    reportId: document.reportId,
    idLabel: words.idLabel.portfolio,
    pack: null,
    reason: words.portfolio.reason,
    attachment: words.portfolio.attachment,
  }
  return {
    format: 'gatehouse.portfolio-report',
    formatVersion: 1,
    look: printedLook(chosen, organization.name, words),
    language: words.language,
    kicker: words.kind.portfolio,
    title,
    author: organization.name,
    issued: instantParts(document.signedAt),
    running: { subject: shortened(organization.name, runningLength), idLabel: kind.idLabel, id: document.reportId, pack: '' },
    front: front(document, standings, { words, chosen }),
    matrix: riskMatrix(standings, words),
    parties: standings.map((standing) => standingLine(standing, asOf, words)),
    flags: flagGroups(standings, words),
    reach: reachMatrix(document, words),
    course,
    courseNone: course.length === 0 ? words.portfolio.courseNone : '',
    reassessments,
    reassessmentsNone: reassessments.length === 0 ? words.portfolio.dueNone : '',
    treatments,
    treatmentsNone: treatments.length === 0 ? words.portfolio.treatmentsNone : '',
    fairness: words.fairness,
    disclaimer: words.disclaimer,
    signature: signatureBlock(document, kind, words),
    words: words.template,
  }
}
