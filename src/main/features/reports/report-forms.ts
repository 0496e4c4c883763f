// The forms of a kept report: finds the newest, describes them all, and keeps one more.
import { createHash } from 'node:crypto'
import { Refusal } from '#shared/contract/refusal.ts'
import type { ReportVersion, Versions } from '#shared/contract/signatures.ts'
import type { ReportId } from '#shared/domain/ids.ts'
import { addVersion, findNewestForm, type KeptForm, readStampRequests, readVersions } from '#main/records/report-version.ts'
import type { ReadDb } from '#main/store/database.ts'
import type { Store } from '#main/store/store.ts'
import { type FeatureContext, requireStore } from '../feature-context.ts'

export interface Form extends KeptForm {
  readonly store: Store
}

/** The newest form of a report; refuses with `not-found` when the vault does not have the report. */
export function requireForm(context: FeatureContext, reportId: ReportId): Form {
  const store = requireStore(context)
  const form = findNewestForm(store, reportId)
  if (form === undefined) throw new Refusal('not-found', 'That report is no longer in the vault. Open the list again.')
  return { store, ...form }
}

/** All forms, and what can still be done with the newest. */
export async function describeVersions(db: ReadDb, reportId: ReportId): Promise<Versions> {
  const versions = db.all(readVersions, { id: reportId })
  const newest = findNewestForm(db, reportId)
  if (newest === undefined) throw new Refusal('not-found', 'That report is no longer in the vault. Open the list again.')
  const { findStampPlace } = await import('#main/report/signing/add-timestamp.ts')
  const { verifyPdf } = await import('#main/report/verification/verify-pdf.ts')
  const place = findStampPlace(newest.pdf)
  const requests = db.all(readStampRequests, { reportId, versionSha256: newest.version.sha256 })
  return {
    versions,
    canStamp: place !== null && !place.hasTimestamp,
    hasRequest: requests.length > 0,
    openFields: verifyPdf(newest.pdf, { knownCertificates: [], now: new Date(newest.version.madeAt) }).openFields.length,
  }
}

export type NewForm = Pick<ReportVersion, 'madeBy' | 'madeAt'> & {
  readonly reportId: ReportId
  readonly kind: 'time-stamp' | 'signature'
  readonly pdf: Uint8Array
}

const actions = { 'time-stamp': 'reports.stamp', signature: 'reports.addSignature' } as const

/** Keeps `form` as the newest form of its report; earlier ones stay as they are. */
export function keepVersion(context: FeatureContext, store: Store, form: NewForm): void {
  const { pdf, ...facts } = form
  const row = {
    ...facts,
    number: store.all(readVersions, { id: form.reportId }).length + 1,
    sha256: createHash('sha256').update(pdf).digest('hex'),
    sizeBytes: pdf.length,
    addedAt: context.now(),
  }
  store.write({ action: actions[form.kind], subject: form.reportId, payload: row }, (tx) => tx.run(addVersion, { ...row, pdf }))
}
