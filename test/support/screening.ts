// Screening through the engine's door, for the tests of it: lists taken in, runs carried to their end, hits looked up.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { InputOf, OutputOf } from '#shared/contract/contract.ts'
import { type Session, startWithVault } from './engine-session.ts'
import { type ListedParty, restrictedList } from './restricted-list.ts'
import { temporaryFolder } from './vault-place.ts'

export const details = {
  listId: 'example',
  title: 'Example list',
  publisher: 'Example office',
  editionOn: '2026-01-15',
  importedBy: 'Ana Ruiz',
}
export const orlov = { id: '7', name: 'Orlaya Bay Shipping Company', programs: 'EXAMPLE-1', addresses: '1 Quay, Port Town, PA; 2 Way, CY' }
export const others = Array.from({ length: 600 }, (_, at) => ({ id: `${1_000 + at}`, name: `Zyx${at} Qwort Industries` }))

export async function readToEnd(session: Session, { fileId }: OutputOf<'screening.openFile'>) {
  for (;;) {
    const { read } = await session.do('screening.readFile', { fileId })
    if (read !== null) return read
  }
}

export async function takeIn(session: Session, text: string, changes: Partial<InputOf<'screening.keepList'>['details']> = {}) {
  const path = join(temporaryFolder(), 'list.csv')
  writeFileSync(path, text)
  const file = await session.do('screening.openFile', { handle: session.grant(path) })
  const read = await readToEnd(session, file)
  const { edition } = await session.do('screening.keepList', { fileId: file.fileId, details: { ...details, ...changes } })
  return { file, read, edition }
}

export async function addParty(session: Session, legalName: string, nativeName = '') {
  const facts = { legalName, nativeName, registrationNumber: '', country: 'IE', note: '' } as const
  const { thirdParty } = await session.do('thirdParties.add', { ...facts, relationships: ['supplier'] })
  return thirdParty.id
}

export async function endOfRun(session: Session) {
  for (;;) {
    const work = await session.do('screening.progress', {})
    if (!work.isRunning) return work
    await setTimeout(5)
  }
}

export async function runToEnd(
  session: Session,
  input: Partial<InputOf<'screening.begin'>> & Pick<InputOf<'screening.begin'>, 'editionIds'>,
) {
  await session.do('screening.begin', { thirdPartyIds: null, withContacts: false, ...input })
  return endOfRun(session)
}

export const hitsOf = (session: Session, state: InputOf<'screening.hits'>['state'] = 'open') =>
  session.do('screening.hits', { state, thirdPartyId: null, offset: 0, limit: 100 })

export async function firstHit(session: Session, state: InputOf<'screening.hits'>['state'] = 'open') {
  const [hit] = (await hitsOf(session, state)).hits
  if (hit === undefined) throw new Error(`There is no ${state} hit.`)
  return { thirdPartyId: hit.thirdPartyId, key: hit.key }
}

/** A vault with a third party that is like one entry of a kept list, and the run that found it. */
export async function startWithHit(parties: readonly (ListedParty | string)[] = [orlov, ...others]) {
  const session = await startWithVault()
  const thirdPartyId = await addParty(session, 'Orlaya Bay Shipping Ltd')
  await addParty(session, 'Kestrel Sequencing Services Ltd')
  const { edition } = await takeIn(session, restrictedList(parties))
  const work = await runToEnd(session, { editionIds: [edition.id] })
  return { ...session, thirdPartyId, edition, work }
}

export const refusalOf = async (session: Session, name: string, input: unknown) => {
  const outcome = await session.call(name, input)
  return outcome.ok ? 'done' : outcome.fault.code
}

export const notSame = {
  verdict: 'not-same' as const,
  reason: 'Another registration number, seen in the register of Ireland.',
  decidedBy: 'Ana Ruiz',
}

/** The same with a draft of an assessment of the third party; `read` gives what the draft holds of screening. */
export async function startWithAssessment() {
  const session = await startWithHit()
  await session.do('organization.save', { name: 'Brightwell', country: 'US', activity: 'Tests', contact: '' })
  const start = { thirdPartyId: session.thirdPartyId, relationship: 'supplier', profile: 'lite' } as const
  const { assessment } = await session.do('assessments.start', start)
  const read = async () => (await session.do('assessments.read', { id: assessment.id })).screening
  return { ...session, assessmentId: assessment.id, read }
}
