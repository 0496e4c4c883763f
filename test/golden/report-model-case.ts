// Case files and models of the fictitious assessment, for tests of the report model.
import type { AssessmentDocument } from '#shared/domain/assessment-document.ts'
import type { RelationshipKind } from '#shared/domain/relationship.ts'
import { buildReportModel } from '#main/report/model.ts'
import { openCaseFile, type CaseFile } from '#main/report/model/case-file.ts'
import type { ReportModel } from '#main/report/report-model.ts'
import { loadReportSources } from '#main/report/report-sources.ts'
import { frozenPack, reportCase, resourcesDirectory, type CaseChanges } from './report-case.ts'

export const pack = frozenPack()
export const sources = loadReportSources(resourcesDirectory)
export const { words } = sources

export function caseFile(changes: CaseChanges = {}, relationship: RelationshipKind = 'supplier'): CaseFile {
  return openCaseFile(reportCase(pack, relationship, changes), pack, sources)
}

/** A case file whose document is changed after scoring, for results that real answers seldom give. */
export function caseFileWith(change: (document: AssessmentDocument) => Partial<AssessmentDocument>): CaseFile {
  const document = reportCase(pack, 'supplier')
  return openCaseFile({ ...document, ...change(document) }, pack, sources)
}

export function reportModel(changes: CaseChanges = {}, relationship: RelationshipKind = 'supplier'): ReportModel {
  return buildReportModel(reportCase(pack, relationship, changes), pack, sources)
}
