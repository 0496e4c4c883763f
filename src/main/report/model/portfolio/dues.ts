// What is late and what comes next: assessments to look at again, and treatments.
import type { PortfolioDocument, PortfolioTreatment } from '#shared/domain/portfolio-document.ts'
import { dayDueOf, treatedStateOf } from '#shared/domain/treatment.ts'
import { daysAfter } from '#shared/scoring/calendar.ts'
import type { DueLine } from '../../portfolio-model.ts'
import { fill, type ReportWords } from '../../words.ts'
import { shortened, writtenDate } from '../written.ts'
import { dueOnOf, shortName, type Standing } from './standings.ts'

/** How far ahead the list of assessments looks. */
const aheadDays = 90

/** What is done and by whom, as far as a line of a list has room; all of it stands in the attached data. */
const actionLength = 160
const ownerLength = 60

const byText = (one: string, other: string) => (one < other ? -1 : Number(one > other))

/** Assessments that are overdue or fall due within 90 days, the oldest date first. */
export function reassessmentsDue({ asOf }: PortfolioDocument, standings: readonly Standing[], words: ReportWords): DueLine[] {
  const until = daysAfter(asOf, aheadDays)
  return standings
    .flatMap((standing) => {
      const dueOn = dueOnOf(standing)
      return dueOn === null || dueOn > until ? [] : [{ ...standing, dueOn }]
    })
    .toSorted((one, other) => byText(one.dueOn, other.dueOn))
    .map(({ party, relationship, dueOn }) => ({
      date: writtenDate(dueOn, words),
      name: shortName(party),
      what: fill(words.portfolio.reassess, { relationship: words.relationship[relationship].toLowerCase() }),
      who: '',
      isOverdue: dueOn < asOf,
    }))
}

function treatmentText(treatment: PortfolioTreatment, asOf: string, words: ReportWords): string {
  const state = words.planState[treatedStateOf(treatment, asOf)].toLowerCase()
  const action = treatment.action === '' ? '' : `: ${shortened(treatment.action, actionLength)}`
  return `${treatment.finding} · ${words.treatmentResponse[treatment.response]}, ${state}${action}`
}

/** Who answers for it: of an accepted risk, who accepted it. Reports of earlier versions do not say who did. */
function personOf({ response, ownerName, acceptedBy }: PortfolioTreatment, words: ReportWords): string {
  const name = response === 'accept' && acceptedBy !== undefined ? acceptedBy : ownerName
  return name === '' ? words.portfolio.treatmentOwnerNone : shortened(name, ownerLength)
}

/** Treatments that are not done, the earliest day first. */
export function treatmentsDue({ asOf, treatments, parties }: PortfolioDocument, words: ReportWords): DueLine[] {
  const names = new Map(parties.map((party) => [party.thirdPartyId, shortName(party)]))
  return treatments
    .map((treatment) => ({ treatment, day: dayDueOf(treatment) }))
    .toSorted((one, other) => byText(one.day ?? '9999', other.day ?? '9999'))
    .map(({ treatment, day }) => {
      const written = day === null ? words.portfolio.treatmentNoDay : writtenDate(day, words)
      return {
        date: treatment.response === 'accept' && day !== null ? fill(words.portfolio.treatmentAccepted, { date: written }) : written,
        name: names.get(treatment.thirdPartyId) ?? '',
        what: treatmentText(treatment, asOf, words),
        who: personOf(treatment, words),
        isOverdue: day !== null && day < asOf,
      }
    })
}
