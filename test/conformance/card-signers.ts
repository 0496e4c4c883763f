// Reports signed with keys on cards: by one signer, and by a second one in the place that the first prepared.
import { join } from 'node:path'
import { startWithExample } from '../support/example.ts'
import { addCardSigner, cardDesk } from '../support/tokens/card-signer.ts'
import { type KeyKind, makeSoftToken, pin, useSoftToken } from '../support/tokens/soft-token.ts'
import { temporaryFolder } from '../support/vault-place.ts'
import { certificatesOf, type SignedFile } from './checkers.ts'

// openssl issues certificates by the clock of the machine.
const clock = () => new Date().toISOString()
const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString()

async function signedOnCards(first: KeyKind, second: KeyKind | null): Promise<SignedFile> {
  const session = await startWithExample('partner', clock, { tokens: cardDesk })
  const { id: assessmentId } = session.assessment
  await session.do('decision.save', { assessmentId, decision: session.input.decision })
  const card = makeSoftToken({ folder: temporaryFolder(), kind: first })
  const signer = await addCardSigner(session, card)
  const furtherSigners = second === null ? [] : ['reviewer' as const]
  const { report } = await session.do('reports.sign', { assessmentId, signerId: signer.id, furtherSigners, pin })
  if (second !== null) {
    const other = makeSoftToken({ folder: temporaryFolder(), kind: second, subject: '/CN=Grace Hopper/O=Example Ltd' })
    useSoftToken(other)
    const reviewer = await addCardSigner(session, other)
    await session.do('reports.countersign', { reportId: report.id, signerId: reviewer.id, reason: 'I reviewed this report.', pin })
  }
  const path = join(temporaryFolder(), 'report.pdf')
  await session.do('reports.saveCopy', { reportId: report.id, handle: session.grant(path) })
  const levels = [first, second].flatMap((kind) => (kind === null ? [] : ['PAdES-BASELINE-B']))
  return { path, levels, trusted: certificatesOf(path), checkedAt: inAnHour() }
}

export const cardSigners: readonly { readonly name: string; readonly make: () => Promise<SignedFile> }[] = [
  { name: 'assessment · RSA key on a card', make: () => signedOnCards('rsa', null) },
  { name: 'assessment · two keys on two cards', make: () => signedOnCards('p256', 'p384') },
]
