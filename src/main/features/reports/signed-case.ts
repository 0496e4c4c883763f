// A signed assessment as it was printed: the document of any version brought up to date, its pack and the report's model.
import { Refusal } from '#shared/contract/refusal.ts'
import { AssessmentDocument, SignedDocument } from '#shared/domain/assessment-document.ts'
import type { ReportId } from '#shared/domain/ids.ts'
import { plainLook, ReportLook } from '#shared/domain/report-look.ts'
import type { Pack } from '#shared/domain/pack.ts'
import { score } from '#shared/scoring/score.ts'
import { findPackByHash } from '#main/records/pack.ts'
import { withLogo } from '#main/records/report-look.ts'
import type { OscalSource } from '#main/report/formats/oscal/parts.ts'
import { type FeatureContext, requireStore } from '../feature-context.ts'
import { compilerFor } from './produce-signed-pdf.ts'
import { readReportSource } from './queries.ts'

/** A document of an older version with the parts it did not know, which were then empty; its result is worked out again where it stated less. */
function asNewest(document: SignedDocument, pack: Pack): AssessmentDocument {
  if (document.formatVersion === 3) return document
  const screening = document.formatVersion === 1 ? null : document.screening
  const result = document.formatVersion === 1 ? score({ ...document, pack, jewels: document.crownJewels }) : document.result
  const empty = { supersedes: null, carriedOver: [], comments: [], evidenceFiles: [], manualFindings: [], treatments: [], reviews: [] }
  return AssessmentDocument.parse({ ...document, ...empty, formatVersion: 3, screening, result })
}

/** Refuses with `not-found`, and with `format-not-here` for a report that is not on one assessment. */
export async function findSignedCase(context: FeatureContext, reportId: ReportId): Promise<OscalSource> {
  const store = requireStore(context)
  const kept = store.first(readReportSource, { id: reportId })
  if (!kept) throw new Refusal('not-found', 'That report is no longer in the vault. Open the list again.')
  if (kept.kind !== 'assessment') throw new Refusal('format-not-here', 'Only the report on one third party is written in other formats.')
  const signed = SignedDocument.parse(JSON.parse(kept.document))
  const pack = findPackByHash(store, context.packs, signed.pack.sha256)?.pack
  if (!pack) throw new Error('A report names a pack that the vault does not hold.')
  const document = asNewest(signed, pack)
  const look = kept.look === null ? plainLook : ReportLook.parse(JSON.parse(kept.look))
  const [compiler, { buildReportModel }, { loadFormatWords }] = await Promise.all([
    compilerFor(context.resourcesDirectory, context.reportLanguage),
    import('#main/report/model.ts'),
    import('#main/report/formats/format-words.ts'),
  ])
  const model = buildReportModel(document, pack, { ...compiler, chosen: withLogo(store, look) })
  const words = loadFormatWords(context.resourcesDirectory, context.reportLanguage)
  return { document, pack, model, words, reportSha256: kept.sha256, reportFileName: kept.fileName }
}
