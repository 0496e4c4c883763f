// Signers, signed reports, and checking any PDF.
import { Refusal } from '#shared/contract/refusal.ts'
import { type ReportId, SignerId } from '#shared/domain/ids.ts'
import type { PackReference } from '#shared/domain/pack.ts'
import type { Signer, SignerDetails } from '#shared/domain/signer.ts'
import { readOrganization } from '#main/records/organization.ts'
import { findPackByHash } from '#main/records/pack.ts'
import { type EngineHandlers, type FeatureContext, requireStore } from '../feature-context.ts'
import { addSigner, countReports, readReport, readReportPdf, readReports, readSigners } from './queries.ts'
import { readPdfFile } from './read-pdf-file.ts'
import { signReport } from './sign-report.ts'
import { writeCopy } from '#main/records/write-copy.ts'

type ReportHandlers = Pick<
  EngineHandlers,
  | 'signers.list'
  | 'signers.create'
  | 'reports.list'
  | 'reports.read'
  | 'reports.sign'
  | 'reports.saveCopy'
  | 'verify.file'
  | 'verify.report'
>

const certificateYears = 5
/** Reports in one answer, when the page does not say. */
const longestPage = 200

async function createSigner(context: FeatureContext, details: SignerDetails): Promise<Signer> {
  const store = requireStore(context)
  const organization = store.first(readOrganization)
  if (!organization) throw new Refusal('no-organization', 'Describe your organization first: its name goes into the certificate.')
  const { createSignerIdentity } = await import('#main/report/signing/signer-identity.ts')
  const identity = createSignerIdentity({
    ...details,
    organization: organization.name,
    now: new Date(context.now()),
    validityYears: certificateYears,
  })
  const signer: Signer = {
    ...details,
    id: SignerId.parse(context.newId()),
    organization: organization.name,
    certificateSerial: identity.serial.toLowerCase(),
    certificateSha256: identity.fingerprintSha256,
    validFrom: identity.notBefore,
    validTo: identity.notAfter,
  }
  store.write({ action: 'signers.create', subject: signer.id, payload: signer }, (tx) =>
    tx.run(addSigner, { ...signer, certificate: identity.certificateDer, privateKey: identity.privateKeyPkcs8 }),
  )
  return signer
}

/** Judges a PDF with what is known here: the vault's own signers and packs when one is open, the shipped packs always. */
async function judge(context: FeatureContext, pdf: Uint8Array) {
  const store = context.vault()?.store
  const findPack = ({ sha256 }: PackReference) =>
    (store === undefined ? context.packs.byHash(sha256) : findPackByHash(store, context.packs, sha256))?.pack
  const knownCertificates = (store?.all(readSigners) ?? []).map((signer) => ({
    fingerprintSha256: signer.certificateSha256,
    name: signer.name,
  }))
  const { judgePdf } = await import('./verdict.ts')
  return judgePdf(pdf, { knownCertificates, now: new Date(context.now()), findPack })
}

function readKeptPdf(context: FeatureContext, reportId: ReportId): Uint8Array {
  const report = requireStore(context).first(readReportPdf, { id: reportId })
  if (!report) throw new Refusal('not-found', 'That report is no longer in the vault. Open the list again.')
  return report.pdf
}

function findReport(context: FeatureContext, id: ReportId) {
  const report = requireStore(context).first(readReport, { id })
  if (!report) throw new Refusal('not-found', 'That report is no longer in the vault. Open the list again.')
  return report
}

export function reportHandlers(context: FeatureContext): ReportHandlers {
  return {
    'signers.list': () => ({ signers: requireStore(context).all(readSigners) }),
    'signers.create': async (details) => ({ signer: await createSigner(context, details) }),
    'reports.list': ({ kind = '', search = '', offset = 0, limit = longestPage }) => {
      const store = requireStore(context)
      const wanted = { kind, search: search.trim().toLowerCase() }
      return { reports: store.all(readReports, { ...wanted, offset, limit }), total: store.first(countReports, wanted)?.total ?? 0 }
    },
    'reports.read': ({ reportId }) => ({ report: findReport(context, reportId) }),
    'reports.sign': (order) => signReport(context, { ...order, judge: (pdf) => judge(context, pdf) }),
    'reports.saveCopy': ({ reportId, handle }) => {
      const pdf = readKeptPdf(context, reportId)
      writeCopy(context.grants.pathOf(handle, 'copy'), pdf)
      return { sizeBytes: pdf.length }
    },
    'verify.file': async ({ handle }) => ({ verdict: await judge(context, readPdfFile(context.grants.pathOf(handle, 'check'))) }),
    'verify.report': async ({ reportId }) => ({ verdict: await judge(context, readKeptPdf(context, reportId)) }),
  }
}
