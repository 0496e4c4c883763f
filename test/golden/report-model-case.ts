// Case files and models of the fictitious assessment, for tests of the report model.
import type { AssessmentDocument } from '#shared/domain/assessment-document.ts'
import type { RelationshipKind } from '#shared/domain/relationship.ts'
import { buildReportModel } from '#main/report/model.ts'
import { openCaseFile, type CaseFile } from '#main/report/model/case-file.ts'
import type { ReportModel } from '#main/report/report-model.ts'
import { loadReportWords } from '#main/report/words.ts'
import { frozenPack, reportCase, resourcesDirectory, type CaseChanges } from './report-case.ts'

export const pack = frozenPack()
export const words = loadReportWords(resourcesDirectory)

export function caseFile(changes: CaseChanges = {}, relationship: RelationshipKind = 'supplier'): CaseFile {
  return openCaseFile(reportCase(pack, relationship, changes), pack, words)
}

/** A case file whose document is changed after scoring, for results that real answers seldom give. */
export function caseFileWith(change: (document: AssessmentDocument) => Partial<AssessmentDocument>): CaseFile {
  const document = reportCase(pack, 'supplier')
  return openCaseFile({ ...document, ...change(document) }, pack, words)
}

export function reportModel(changes: CaseChanges = {}, relationship: RelationshipKind = 'supplier'): ReportModel {
  return buildReportModel(reportCase(pack, relationship, changes), pack, words)
}
