// Reports of every kind of signer: imported with a chain, several signers one after the other, and with a time-stamp.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ReportId } from '#shared/domain/ids.ts'
import { inFolder, pemOf } from '../fixtures/pdf/outside-tools.ts'
import { makeKeyFile, type KeyFileWish } from '../fixtures/pkcs12/make-key-file.ts'
import { makeAuthority } from '../fixtures/timestamps/time-stamp-authority.ts'
import type { Session } from '../support/engine-session.ts'
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

async function importedAndStamped(): Promise<SignedFile> {
  const session = await startDecided('partner')
  const signerId = await importSigner(session, {})
  const { report } = await session.do('reports.sign', { assessmentId: session.assessment.id, signerId })
  const root = await stamp(session, report.id)
  const path = await savedCopy(session, report.id)
  return { path, levels: ['PAdES-BASELINE-T'], trusted: [...certificatesOf(path), root], checkedAt: inAnHour() }
}

async function threeSigners(): Promise<SignedFile> {
  const session = await startDecided('supplier')
  const furtherSigners = ['reviewer' as const, 'client' as const]
  const { report } = await session.do('reports.sign', { assessmentId: session.assessment.id, signerId: session.signer.id, furtherSigners })
  const { signer: reviewer } = await session.do('signers.create', { name: 'Grace Hopper', role: 'Reviewer' })
  await session.do('reports.countersign', { reportId: report.id, signerId: reviewer.id, reason })
  await session.do('reports.countersign', { reportId: report.id, signerId: await importSigner(session, elliptic), reason })
  const root = await stamp(session, report.id)
  const path = await savedCopy(session, report.id)
  const levels = ['PAdES-BASELINE-B', 'PAdES-BASELINE-B', 'PAdES-BASELINE-T']
  return { path, levels, trusted: [...certificatesOf(path), root], checkedAt: inAnHour() }
}

export const signerKinds: readonly { readonly name: string; readonly make: () => Promise<SignedFile> }[] = [
  { name: 'a report by an imported signer with its chain and a time-stamp', make: importedAndStamped },
  { name: 'a report by three signers, the last one with a time-stamp', make: threeSigners },
]
