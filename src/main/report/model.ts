// From an assessment and its pack to everything that is printed: pure, no clock, no locale, the same JSON for the same input.
import type { AssessmentDocument } from '#shared/domain/assessment-document.ts'
import type { Pack } from '#shared/domain/pack.ts'
import { answerSections } from './model/answers.ts'
import { openCaseFile, type CaseFile, type ReportEdition } from './model/case-file.ts'
import { assessmentSignature, usedSources } from './model/closing.ts'
import { countryFacts } from './model/country-facts.ts'
import { domainLines } from './model/domains.ts'
import { findingsInOrder, type FindingOfStep } from './model/findings.ts'
import { frontPage } from './model/front-page.ts'
import { printedLook } from './model/look.ts'
import { methodAnnex } from './model/method.ts'
import { pressingLines } from './model/pressing.ts'
import { askLines, parties, printedJewels, scopeFacts } from './model/scope.ts'
import { instantParts } from './model/signed-by.ts'
import { evidenceTable, manualFindings, printedDecision } from './model/second-persons.ts'
import { screeningSection } from './model/screening.ts'
import { shortened } from './model/written.ts'
import type { DomainLine, Finding, ReportModel, Step } from './report-model.ts'
import { fill, type ReportWords } from './words.ts'

/** Longest name in the running head, in characters. */
const runningLength = 70
const stepNumbers = [1, 2, 3] as const

function findingsText(count: number, words: ReportWords): string {
  if (count === 0) return words.sentence.findingsNone
  return fill(count === 1 ? words.sentence.findingsCountOne : words.sentence.findingsCount, { count: String(count) })
}

function ofStep(findings: readonly FindingOfStep[], step: number): Finding[] {
  return findings.filter((one) => one.step === step).map((one) => one.finding)
}

function steps(file: CaseFile, domains: readonly DomainLine[], findings: readonly FindingOfStep[]): Step[] {
  const { words } = file
  return stepNumbers.map((number) => {
    const own = ofStep(findings, number)
    return {
      number,
      title: fill(words.sentence.stepTitle, { number: String(number), title: words.step[number] }),
      lead: words.stepLead[number],
      domains: domains.filter((domain) => domain.step === number),
      findings: own,
      findingsText: findingsText(own.length, words),
      manual: manualFindings(file, number),
    }
  })
}

/**
 * The report of an assessment: pure JSON, every string ready to print in the language of the words in `sources`.
 * Gaps print as whole percent (half up, with a decimal where that would change the band) on page one and in tables, and as points with two exact decimals in the arithmetic.
 * Answers that do not fit the pack are printed with a remark. Without a `chosen` look it is Gatehouse's own, on A4.
 * Throws when the pack is not the document's own.
 */
export function buildReportModel(document: AssessmentDocument, pack: Pack, sources: ReportEdition): ReportModel {
  const { words } = sources
  const file = openCaseFile(document, pack, sources)
  const domains = domainLines(file)
  const findings = findingsInOrder(file)
  return {
    format: 'gatehouse.report',
    formatVersion: 2,
    look: printedLook(file.chosen, document.organization.name, words),
    language: words.language,
    kicker: words.kind.assessment,
    title: fill(words.sentence.title, { thirdParty: document.thirdParty.legalName }),
    author: document.organization.name,
    issued: instantParts(document.signedAt),
    running: {
      subject: shortened(document.thirdParty.legalName, runningLength),
      idLabel: words.idLabel.assessment,
      id: fill(words.sentence.reportId, { id: document.assessmentId }),
      pack: fill(words.sentence.packLine, { id: document.pack.id, version: document.pack.version }),
    },
    front: frontPage(file),
    decision: printedDecision(file),
    domains,
    ...pressingLines(
      findings.map(({ finding }) => finding),
      file,
    ),
    ...askLines(file),
    parties: parties(file),
    scope: {
      facts: scopeFacts(file),
      jewels: printedJewels(file),
      countries: countryFacts(file),
      screening: screeningSection(file),
      findings: ofStep(findings, 0),
      manual: manualFindings(file, 0),
    },
    steps: steps(file, domains, findings),
    answers: answerSections(file),
    evidenceFiles: evidenceTable(file),
    method: methodAnnex(file),
    sources: usedSources(file),
    glossary: words.glossary,
    fairness: words.fairness,
    disclaimer: words.disclaimer,
    signature: assessmentSignature(file),
    words: words.template,
  }
}
