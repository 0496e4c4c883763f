// Keeps a signed report of any kind in the vault, with what is needed to print it again.
import { createHash } from 'node:crypto'
import type { Report } from '#shared/contract/reports.ts'
import { type AssessmentId, ReportId } from '#shared/domain/ids.ts'
import type { ReportKind } from '#shared/domain/report-kind.ts'
import type { ReportLook } from '#shared/domain/report-look.ts'
import type { Signer } from '#shared/domain/signer.ts'
import type { WriteDb } from '#main/store/database.ts'
import type { Store } from '#main/store/store.ts'
import { reportFileName } from './file-name.ts'
import { addReport } from './queries.ts'
import type { SignedPdf } from './produce-signed-pdf.ts'

export interface ReportToKeep {
  readonly id: string
  readonly kind: ReportKind
  readonly assessmentId: AssessmentId | null
  /** Whom the report is about. */
  readonly subject: string
  readonly signer: Signer
  readonly signed: SignedPdf
  readonly look: ReportLook
  readonly document: { readonly signedAt: string; readonly audit: { readonly sequence: number } }
  /** What else belongs to the same change, such as freezing the assessment. */
  readonly alongside?: (tx: WriteDb) => void
}

const actions = { assessment: 'reports.sign', portfolio: 'reports.signPortfolio', programme: 'reports.signProgramme' } as const

/** Stores the report and its entry in the history in one go, and returns it as the list shows it. */
export function keepReport(store: Store, kept: ReportToKeep): Report {
  const { kind, assessmentId, subject, signer, signed, look, document } = kept
  const { signedAt } = document
  const report: Report = {
    id: ReportId.parse(kept.id),
    kind,
    assessmentId,
    subject,
    fileName: reportFileName(kind, subject, signedAt),
    sha256: createHash('sha256').update(signed.pdf).digest('hex'),
    sizeBytes: signed.pdf.length,
    signedAt,
    signerName: signer.name,
    auditSequence: document.audit.sequence,
  }
  const change = { action: actions[kind], subject: report.id, payload: { ...report, signerId: signer.id } }
  store.write(change, (tx) => {
    const { signerName: _, ...row } = report
    tx.run(addReport, {
      ...row,
      signerId: signer.id,
      look: JSON.stringify(look),
      modelSha256: signed.modelSha256,
      document: JSON.stringify(document),
      pdf: signed.pdf,
    })
    kept.alongside?.(tx)
  })
  return report
}
