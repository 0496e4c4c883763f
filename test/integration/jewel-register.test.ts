// The register of crown jewels and the exposure matrix, from outside the door.
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { AnswerInput } from '#shared/domain/answer.ts'
import type { AssessmentId, JewelId, ThirdPartyId } from '#shared/domain/ids.ts'
import { command } from '#main/store/statement.ts'
import { openVault } from '#main/store/vault.ts'
import { startWithDraft, type Session, startWithVault } from '../support/engine-session.ts'
import { startWithSignedExample } from '../support/example.ts'
import { passphrase, temporaryFolder, vaultEnvironment } from '../support/vault-place.ts'

const refused = (code: string) => expect.objectContaining({ ok: false, fault: expect.objectContaining({ code }) })
const entry = {
  name: 'Assay design',
  impact: 4,
  note: '',
  ownerName: 'A. Reyes',
  places: 'Vault room',
  whoCanReach: 'Six people',
  reviewOn: '2026-11-01',
}

const nameJewels = (session: Session, assessmentId: AssessmentId, place: { baseRevision: number; jewelIds: JewelId[] }) =>
  session.do('answer.save', {
    assessmentId,
    baseRevision: place.baseRevision,
    answer: AnswerInput.parse({
      questionId: 'CJ-05',
      value: { kind: 'jewels', jewelIds: place.jewelIds },
      note: '',
      evidenceGrade: 'U',
    }),
  })

describe('the register', () => {
  test('keeps who owns a jewel, where it is, who can reach it and when it is looked at again', async () => {
    const session = await startWithVault()
    const { jewel } = await session.do('jewelRegister.add', entry)
    expect(jewel).toEqual({ ...entry, id: jewel.id, archivedAt: null })
    const changed = await session.do('jewelRegister.change', { ...entry, id: jewel.id, reviewOn: null, ownerName: 'B. Okafor' })
    expect(changed.jewel).toMatchObject({ ownerName: 'B. Okafor', reviewOn: null })
    expect((await session.do('crownJewels.list', {})).crownJewels).toEqual([{ id: jewel.id, name: 'Assay design', impact: 4, note: '' }])
    const { crownJewel: plain } = await session.do('crownJewels.add', { name: 'Samples', impact: 3, note: '' })
    const { jewels } = await session.do('jewelRegister.list', {})
    expect(jewels.find(({ id }) => id === plain.id)).toMatchObject({ ownerName: '', places: '', reviewOn: null, assessmentCount: 0 })
    const stranger = '11111111-1111-4111-8111-111111111111'
    expect(await session.call('jewelRegister.change', { ...entry, id: stranger })).toEqual(refused('not-found'))
    expect(await session.call('jewelRegister.archive', { id: stranger })).toEqual(refused('not-found'))
    expect(await session.call('jewelRegister.restore', { id: stranger })).toEqual(refused('not-found'))
  })

  test('archives what is no longer guarded, and takes it back', async () => {
    const session = await startWithVault()
    const { jewel } = await session.do('jewelRegister.add', entry)
    await session.do('jewelRegister.archive', { id: jewel.id })
    expect((await session.do('crownJewels.list', {})).crownJewels).toEqual([])
    expect((await session.do('jewelRegister.list', {})).jewels).toEqual([expect.objectContaining({ archivedAt: expect.any(String) })])
    await session.do('jewelRegister.restore', { id: jewel.id })
    expect((await session.do('crownJewels.list', {})).crownJewels).toHaveLength(1)
  })

  test('refuses to archive or remove what a draft names, and to remove what the matrix names', async () => {
    const session = await startWithDraft()
    const { crownJewel, assessment, thirdParty } = session
    await nameJewels(session, assessment.id, { baseRevision: 0, jewelIds: [crownJewel.id] })
    expect(await session.call('jewelRegister.archive', { id: crownJewel.id })).toEqual(refused('in-use'))
    expect(await session.call('crownJewels.remove', { id: crownJewel.id })).toEqual(refused('in-use'))
    await nameJewels(session, assessment.id, { baseRevision: 1, jewelIds: [] })
    const reach = { see: true, copy: false, change: false, stop: false }
    await session.do('exposure.set', { thirdPartyId: thirdParty.id, jewelId: crownJewel.id, reach })
    expect(await session.call('crownJewels.remove', { id: crownJewel.id })).toEqual(refused('in-use'))
    await session.do('jewelRegister.archive', { id: crownJewel.id })
  })

  test('refuses to remove what a signed assessment names', async () => {
    const session = await startWithSignedExample('supplier')
    const { jewels } = await session.do('jewelRegister.list', {})
    const named = jewels.filter((jewel) => jewel.assessmentCount > 0)
    expect(named.length).toBeGreaterThan(0)
    for (const { id } of named) expect(await session.call('crownJewels.remove', { id })).toEqual(refused('in-use'))
    for (const { id } of named) await session.do('jewelRegister.archive', { id })
  })

  test('suggests what firms of its areas often have, its own first, without what is listed', async () => {
    const session = await startWithVault()
    const before = await session.do('jewelRegister.suggestions', {})
    expect(before.suggestions.length).toBeGreaterThan(3)
    expect(before.suggestions.every(({ area }) => area === 'any')).toBe(true)
    await session.do('organization.describe', { size: 'unknown', technologyAreas: ['biotech'] })
    const { suggestions } = await session.do('jewelRegister.suggestions', {})
    const [first] = suggestions
    if (!first) throw new Error('Nothing is suggested.')
    expect(first.area).toBe('biotech')
    await session.do('jewelRegister.add', { ...entry, name: first.name })
    const names = (await session.do('jewelRegister.suggestions', {})).suggestions.map(({ name }) => name)
    expect(names).not.toContain(first.name)
    expect(names).toHaveLength(suggestions.length - 1)
  })
})

describe('the exposure matrix', () => {
  const page = { jewelId: null, search: '', after: null, limit: 50 }

  test('is prefilled from what assessments name, and what a person says stands above it', async () => {
    const session = await startWithDraft()
    const { crownJewel, assessment, thirdParty } = session
    expect((await session.do('exposure.list', page)).parties).toEqual([])
    await nameJewels(session, assessment.id, { baseRevision: 0, jewelIds: [crownJewel.id] })
    const place = { thirdPartyId: thirdParty.id, jewelId: crownJewel.id }
    const named = { ...place, reach: null, assessmentId: assessment.id }
    expect(await session.do('exposure.list', page)).toMatchObject({
      parties: [{ id: thirdParty.id, legalName: 'Kestrel Sequencing Services Ltd' }],
      cells: [named],
      hasMore: false,
    })
    const none = { see: false, copy: false, change: false, stop: false }
    expect(await session.do('exposure.set', { ...place, reach: none })).toEqual({ cell: { ...named, reach: none } })
    expect((await session.do('exposure.list', page)).parties).toEqual([])
    expect((await session.do('exposure.list', { ...page, search: 'kestrel' })).cells).toEqual([{ ...named, reach: none }])
    expect(await session.do('exposure.set', { ...place, reach: null })).toEqual({ cell: named })
    await nameJewels(session, assessment.id, { baseRevision: 1, jewelIds: [] })
    expect(await session.do('exposure.set', { ...place, reach: null })).toEqual({ cell: null })
    expect((await session.do('exposure.read', { thirdPartyId: thirdParty.id })).cells).toEqual([])
  })

  test('follows the latest assessment that answered, relationship by relationship', async () => {
    const session = await startWithDraft()
    const { crownJewel, assessment, thirdParty } = session
    await nameJewels(session, assessment.id, { baseRevision: 0, jewelIds: [crownJewel.id] })
    const again = await session.do('assessments.start', { thirdPartyId: thirdParty.id, relationship: 'supplier', profile: 'full' })
    const cells = async () => (await session.do('exposure.read', { thirdPartyId: thirdParty.id })).cells
    expect((await cells()).map((cell) => cell.assessmentId)).toEqual([assessment.id])
    await nameJewels(session, again.assessment.id, { baseRevision: 0, jewelIds: [crownJewel.id] })
    expect((await cells()).map((cell) => cell.assessmentId)).toEqual([again.assessment.id])
    await nameJewels(session, again.assessment.id, { baseRevision: 1, jewelIds: [] })
    expect(await cells()).toEqual([])
    const questionId = 'CJ-05'
    await session.call('answer.clear', { assessmentId: again.assessment.id, questionId, baseRevision: 2 })
    expect((await cells()).map((cell) => cell.assessmentId)).toEqual([assessment.id])
  })

  test('names in a salvaged vault what the answers name, also when its own rows were lost', async () => {
    const session = await startWithDraft()
    const { crownJewel, assessment, thirdParty } = session
    await nameJewels(session, assessment.id, { baseRevision: 0, jewelIds: [crownJewel.id] })
    await session.do('vault.lock', {})
    const vault = await openVault(session.directory, passphrase, vaultEnvironment())
    const lost = command('DELETE FROM assessed_reach')
    vault.store.write({ action: 'test', subject: '', payload: null }, (tx) => tx.run(lost))
    vault.close()
    const target = join(temporaryFolder(), 'Salvaged.gatehouse')
    const run = { handle: session.grant(session.directory), proof: { secret: passphrase, keyFile: null }, place: session.grant(target) }
    await session.do('salvage.run', run)
    await session.do('vault.open', { handle: session.grant(target), secret: passphrase })
    const { cells } = await session.do('exposure.read', { thirdPartyId: thirdParty.id })
    expect(cells).toEqual([{ thirdPartyId: thirdParty.id, jewelId: crownJewel.id, reach: null, assessmentId: assessment.id }])
    expect(await session.call('crownJewels.remove', { id: crownJewel.id })).toEqual(refused('in-use'))
  })

  test('is read page by page, and by jewel', async () => {
    const session = await startWithDraft()
    const { crownJewel, thirdParty } = session
    const { crownJewel: other } = await session.do('crownJewels.add', { name: 'Samples', impact: 3, note: '' })
    const { id: _id, ...details } = thirdParty
    const names = ['Aster Freight', 'Bramble Cleaning', 'Cobalt Cloud']
    const reach = { see: true, copy: true, change: false, stop: false }
    for (const [index, legalName] of names.entries()) {
      const added = await session.do('thirdParties.add', { ...details, legalName })
      const jewelId = index === 1 ? other.id : crownJewel.id
      await session.do('exposure.set', { thirdPartyId: added.thirdParty.id, jewelId, reach })
    }
    const namesOf = async (input: { limit?: number; after?: ThirdPartyId; search?: string; jewelId?: JewelId }) => {
      const { parties, hasMore } = await session.do('exposure.list', { ...page, ...input })
      return [parties.map(({ legalName }) => legalName), hasMore]
    }
    const { parties: firstTwo } = await session.do('exposure.list', { ...page, limit: 2 })
    const second = firstTwo[1]?.id
    if (second === undefined) throw new Error('The first page has no second row.')
    expect(await namesOf({ limit: 2 })).toEqual([['Aster Freight', 'Bramble Cleaning'], true])
    expect(await namesOf({ limit: 2, after: second })).toEqual([['Cobalt Cloud'], false])
    expect(await namesOf({ jewelId: other.id })).toEqual([['Bramble Cleaning'], false])
    expect(await namesOf({ search: 'KESTREL' })).toEqual([['Kestrel Sequencing Services Ltd'], false])
    const stranger = '11111111-1111-4111-8111-111111111111'
    expect(await session.call('exposure.set', { thirdPartyId: stranger, jewelId: crownJewel.id, reach })).toEqual(refused('not-found'))
  })
})
