// Reports of every kind by every kind of signer: made here, imported with a chain, several one after the other, and with a time-stamp.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import type { ReportId } from '#shared/domain/ids.ts'
import { inFolder, pemOf } from '../fixtures/pdf/outside-tools.ts'
import { makeKeyFile, type KeyFileWish } from '../fixtures/pkcs12/make-key-file.ts'
import { makeAuthority } from '../fixtures/timestamps/time-stamp-authority.ts'
import { type Session, startWithVault } from '../support/engine-session.ts'
import { type ExampleName, startWithExample } from '../support/example.ts'
import { temporaryFolder } from '../support/vault-place.ts'
import { certificatesOf, type SignedFile } from './checkers.ts'

// openssl issues certificates and stamps by the clock of the machine.
const clock = () => new Date().toISOString()
const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString()
const reason = 'I reviewed this report and agree with it.'
const elliptic = { newKey: ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-384'], subject: '/O=Client Ltd/CN=Clara Client' }

async function startDecided(name: ExampleName) {
  const session = await startWithExample(name, clock)
  await session.do('decision.save', { assessmentId: session.assessment.id, decision: session.input.decision })
  return session
}

async function importSigner(session: Session, wish: KeyFileWish) {
  const path = join(temporaryFolder(), 'key.p12')
  writeFileSync(path, makeKeyFile({ ...wish, hasIssuer: true }))
  const order = { handle: session.grant(path), passphrase: 'secret', role: 'Client' }
  return (await session.do('signers.import', order)).signer.id
}

/** Has the report stamped; returns the authority's root in a PEM file. */
async function stamp(session: Session, reportId: ReportId): Promise<string> {
  const [request, answer, root] = ['request.tsq', 'answer.tsr', 'root.pem'].map((name) => join(temporaryFolder(), name))
  if (request === undefined || answer === undefined || root === undefined) throw new Error('No places.')
  await session.do('reports.saveStampRequest', { reportId, handle: session.grant(request) })
  inFolder((at) => {
    const authority = makeAuthority(at)
    writeFileSync(answer, authority.answer(readFileSync(request)))
    writeFileSync(root, pemOf(authority.rootDer))
  })
  await session.do('reports.addStamp', { reportId, handle: session.grant(answer) })
  return root
}

async function savedCopy(session: Session, reportId: ReportId): Promise<string> {
  const path = join(temporaryFolder(), 'report.pdf')
  await session.do('reports.saveCopy', { reportId, handle: session.grant(path) })
  return path
}

const asStamped = { levels: ['PAdES-BASELINE-T'] }
const asSigned = { levels: ['PAdES-BASELINE-B'] }

interface Signatures {
  readonly levels: readonly string[]
  /** Certificates of authorities that no signature carries. */
  readonly roots?: readonly string[]
}

async function finished(session: Session, reportId: ReportId, { levels, roots = [] }: Signatures): Promise<SignedFile> {
  const path = await savedCopy(session, reportId)
  return { path, levels, trusted: [...certificatesOf(path), ...roots], checkedAt: inAnHour() }
}

async function imported(name: ExampleName, wish: KeyFileWish) {
  const session = await startDecided(name)
  const signerId = await importSigner(session, wish)
  const { report } = await session.do('reports.sign', { assessmentId: session.assessment.id, signerId })
  return { session, report }
}

async function importedRsa(): Promise<SignedFile> {
  const { session, report } = await imported('investor', {})
  return finished(session, report.id, asSigned)
}

async function importedElliptic(): Promise<SignedFile> {
  const { session, report } = await imported('investor', elliptic)
  return finished(session, report.id, asSigned)
}

async function importedAndStamped(): Promise<SignedFile> {
  const { session, report } = await imported('partner', {})
  return finished(session, report.id, { ...asStamped, roots: [await stamp(session, report.id)] })
}

/** A vault with a signed assessment, and answers of the organization about itself. */
async function startWithOverviews() {
  const session = await startDecided('investor')
  await session.do('reports.sign', { assessmentId: session.assessment.id, signerId: session.signer.id })
  for (const [questionId, choice] of [
    ['CJ-01', 'no'],
    ['CT-01', 'partly'],
    ['IT-01', 'no'],
    ['IT-05', 'yes'],
  ]) {
    const answer = { questionId, value: { kind: 'practice', choice }, note: '', evidenceGrade: 'A' }
    expect(await session.call('organization.answer', { baseRevision: 0, answer })).toMatchObject({ ok: true })
  }
  return session
}

const overview = (kind: 'portfolio' | 'programme', wish: KeyFileWish | null) => async (): Promise<SignedFile> => {
  const session = await startWithOverviews()
  const signerId = wish === null ? session.signer.id : await importSigner(session, wish)
  const { report } = await session.do('reports.signOverview', { kind, signerId })
  return finished(session, report.id, asSigned)
}

async function overviewStamped(): Promise<SignedFile> {
  const session = await startWithOverviews()
  const { report } = await session.do('reports.signOverview', { kind: 'portfolio', signerId: await importSigner(session, {}) })
  return finished(session, report.id, { ...asStamped, roots: [await stamp(session, report.id)] })
}

/** Prepared for the client, who signs it in a vault of their own. */
async function countersignedElsewhere(): Promise<SignedFile> {
  const session = await startDecided('investor')
  const order = { assessmentId: session.assessment.id, signerId: session.signer.id, furtherSigners: ['client' as const] }
  const { report } = await session.do('reports.sign', order)
  const sent = await savedCopy(session, report.id)
  const other = await startWithVault(clock)
  await other.do('organization.save', { name: 'Client Ltd', country: 'GB', activity: 'Insurance', contact: '' })
  const { signer } = await other.do('signers.create', { name: 'Clara Client', role: 'Client' })
  const path = join(temporaryFolder(), 'signed.pdf')
  await other.do('verify.countersignFile', { handle: other.grant(sent), copyHandle: other.grant(path), signerId: signer.id, reason })
  return { path, levels: ['PAdES-BASELINE-B', 'PAdES-BASELINE-B'], trusted: certificatesOf(path), checkedAt: inAnHour() }
}

/** On the vault as a whole, signed by a reviewer and a client after the assessor. */
const overviewOfThree = (kind: 'portfolio' | 'programme') => async (): Promise<SignedFile> => {
  const session = await startWithOverviews()
  const furtherSigners = ['reviewer' as const, 'client' as const]
  const { report } = await session.do('reports.signOverview', { kind, signerId: session.signer.id, furtherSigners })
  const { signer: reviewer } = await session.do('signers.create', { name: 'Grace Hopper', role: 'Reviewer' })
  for (const signerId of [reviewer.id, await importSigner(session, elliptic)])
    await session.do('reports.countersign', { reportId: report.id, signerId, reason })
  return finished(session, report.id, { levels: ['PAdES-BASELINE-B', 'PAdES-BASELINE-B', 'PAdES-BASELINE-B'] })
}

async function threeSigners(): Promise<SignedFile> {
  const session = await startDecided('supplier')
  const furtherSigners = ['reviewer' as const, 'client' as const]
  const { report } = await session.do('reports.sign', { assessmentId: session.assessment.id, signerId: session.signer.id, furtherSigners })
  const { signer: reviewer } = await session.do('signers.create', { name: 'Grace Hopper', role: 'Reviewer' })
  await session.do('reports.countersign', { reportId: report.id, signerId: reviewer.id, reason })
  await session.do('reports.countersign', { reportId: report.id, signerId: await importSigner(session, elliptic), reason })
  const levels = ['PAdES-BASELINE-B', 'PAdES-BASELINE-B', 'PAdES-BASELINE-T']
  return finished(session, report.id, { levels, roots: [await stamp(session, report.id)] })
}

export const signerKinds: readonly { readonly name: string; readonly make: () => Promise<SignedFile> }[] = [
  { name: 'assessment · certificate file, RSA with its chain', make: importedRsa },
  { name: 'assessment · certificate file, elliptic curve with its chain', make: importedElliptic },
  { name: 'assessment · certificate file, RSA, with a time-stamp', make: importedAndStamped },
  { name: 'assessment · three signers, the last one with a time-stamp', make: threeSigners },
  { name: 'assessment · made here, then signed by a client with another vault', make: countersignedElsewhere },
  { name: 'portfolio · made here', make: overview('portfolio', null) },
  { name: 'portfolio · certificate file, RSA, with a time-stamp', make: overviewStamped },
  { name: 'portfolio · three signers', make: overviewOfThree('portfolio') },
  { name: 'programme · made here', make: overview('programme', null) },
  { name: 'programme · certificate file, elliptic curve', make: overview('programme', elliptic) },
  { name: 'programme · three signers', make: overviewOfThree('programme') },
]
