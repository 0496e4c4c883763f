// Time-stamps of a kept report: the request that is carried out, and the answer that is carried back.
import { randomBytes } from 'node:crypto'
import { Refusal } from '#shared/contract/refusal.ts'
import type { Versions } from '#shared/contract/signatures.ts'
import type { Verdict } from '#shared/contract/verdict.ts'
import type { ReportId } from '#shared/domain/ids.ts'
import { spellOut } from '#shared/domain/text.ts'
import { readChosenFile } from '#main/records/chosen-file.ts'
import { addStampRequest, readStampRequests } from '#main/records/report-version.ts'
import { writeCopy } from '#main/records/write-copy.ts'
import type { StampPlace } from '#main/report/signing/add-timestamp.ts'
import type { FeatureContext } from '../feature-context.ts'
import { judge } from './judge.ts'
import { type Form, describeVersions, keepVersion, requireForm } from './report-forms.ts'

const sentences = {
  'stamp-impossible': 'This report has no signature left that could be stamped: it has a time-stamp already.',
  'stamp-not-requested': 'No request was written for this report as it stands. Write one first and take it to the authority.',
  'stamp-response-damaged': 'That file is not the answer of a time-stamp authority, or it is damaged. Get it again.',
  'stamp-refused': 'The authority refused the request. Take it to another one.',
  'stamp-for-another': 'That answer is for another report. Choose the one that came back for this report.',
  'stamp-nonce-wrong': 'That answer does not belong to a request of this report. Choose the one that came back for it.',
  'stamp-too-early': 'That time-stamp is older than the signature, so one of the two clocks is wrong. Set the clock right and sign anew.',
  'stamp-too-large': 'That answer does not fit into the room of the signature. Ask an authority whose answers are shorter.',
} as const

const refused = (code: keyof typeof sentences) => new Refusal(code, sentences[code])

interface StampableForm extends Form {
  readonly place: StampPlace
}

async function requireStampable(context: FeatureContext, reportId: ReportId): Promise<StampableForm> {
  const form = requireForm(context, reportId)
  const { findStampPlace } = await import('#main/report/signing/add-timestamp.ts')
  const place = findStampPlace(form.pdf)
  if (place === null || place.hasTimestamp) throw refused('stamp-impossible')
  return { ...form, place }
}

/** Writes the request and returns its size in bytes. The vault remembers its number, so that only its own answer is taken. */
export async function saveStampRequest(context: FeatureContext, reportId: ReportId, handle: string): Promise<number> {
  const { store, version, place } = await requireStampable(context, reportId)
  const { timestampRequest } = await import('#main/report/signing/timestamp-request.ts')
  const path = context.grants.pathOf(handle, 'copy')
  const nonce = randomBytes(16)
  const request = timestampRequest(place.signatureValue, nonce)
  const row = { nonce: nonce.toString('hex'), reportId, versionSha256: version.sha256, madeAt: context.now() }
  store.write({ action: 'reports.requestStamp', subject: reportId, payload: row }, (tx) => tx.run(addStampRequest, row))
  writeCopy(path, request)
  return request.length
}

/** Keeps the report with the answer in its signature, or refuses and changes nothing. */
export async function addStamp(
  context: FeatureContext,
  reportId: ReportId,
  handle: string,
): Promise<{ versions: Versions; verdict: Verdict }> {
  const { store, version, pdf, place } = await requireStampable(context, reportId)
  const requests = store.all(readStampRequests, { reportId, versionSha256: version.sha256 })
  if (requests.length === 0) throw refused('stamp-not-requested')
  const file = readChosenFile(context.grants.pathOf(handle, 'signer-file'), {
    limitBytes: 64 * 1024,
    tooLarge: 'That file is over 64 KiB, larger than any answer of an authority. Choose a file that ends in .tsr.',
  })
  const [{ readTimestampAnswer }, { addTimestamp }] = await Promise.all([
    import('#main/report/signing/timestamp-request.ts'),
    import('#main/report/signing/add-timestamp.ts'),
  ])
  const nonces = requests.map(({ nonce }) => Buffer.from(nonce, 'hex'))
  const answer = readTimestampAnswer(file, { stamped: place.signatureValue, nonces, signedAt: new Date(version.madeAt) })
  if (!answer.ok) throw refused(answer.code)
  const stamped = addTimestamp(pdf, place, answer.tokenDer)
  if (stamped === null) throw refused('stamp-too-large')
  const verdict = await judge(context, stamped)
  if (verdict.integrity.state !== 'intact') throw new Error('The stamped report does not pass its own check.')
  const { OID } = await import('#main/report/verification/oids.ts')
  const { subject } = answer.token.authority
  const madeBy = spellOut(subject.get(OID.commonName) ?? subject.get(OID.organizationName) ?? '').slice(0, 200)
  keepVersion(context, store, { reportId, kind: 'time-stamp', madeBy, madeAt: answer.token.at.toISOString(), pdf: stamped })
  return { versions: await describeVersions(store, reportId), verdict }
}
