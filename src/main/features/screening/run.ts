// One comparison of names with lists, in steps: the lists made ready, then one third party after the other, written some hundred at a time.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { InputOf } from '#shared/contract/contract.ts'
import { Refusal } from '#shared/contract/refusal.ts'
import type { ThirdPartyId } from '#shared/domain/ids.ts'
import type { ListEdition, RunContent } from '#shared/domain/screening-hit.ts'
import { type NameTables, NameTablesFile, readNameTables } from '#shared/screening/name-tables.ts'
import { createListPreparation } from '#shared/screening/screen.ts'
import { namesOf } from '#main/records/party-names.ts'
import { countFollowers, followScreening } from '#main/records/screening.ts'
import type { Vault } from '#main/store/vault.ts'
import type { FeatureContext } from '../feature-context.ts'
import { type Compared, compareParty, keepCompared, type ReadyList } from './compare-party.ts'
import { listEntryOf, partsOf } from './kept-entries.ts'
import { addRun, readAllPartyIds, readEdition, readSomePartyIds, updateRun } from './queries.ts'

/** Third parties that one transaction takes. */
const pieceLength = 200
/** Drafts that one transaction scores anew; each takes some milliseconds. */
const mostFollowers = 5

/** What a run knows on its way. */
export interface Run {
  readonly id: string
  readonly vault: Vault
  readonly editions: readonly ListEdition[]
  readonly parties: readonly ThirdPartyId[]
  readonly content: RunContent
  readonly tables: NameTables
  piece: number
}

function readTables(resourcesDirectory: string): NameTables {
  return readNameTables(NameTablesFile.parse(JSON.parse(readFileSync(join(resourcesDirectory, 'screening/name-tables.json'), 'utf8'))))
}

/** Prepares the lists; gives the turn back after each part. */
function* prepare({ vault, editions, tables }: Run): Generator<undefined, ReadyList[]> {
  const ready: ReadyList[] = []
  for (const edition of editions) {
    const organizations = createListPreparation(tables)
    const people = createListPreparation(tables, ['individual'])
    for (const part of partsOf(vault.store, edition.id)) {
      const entries = part.map(listEntryOf)
      organizations.put(entries.filter(({ type }) => type !== 'individual'))
      people.put(entries.filter(({ type }) => type === 'individual'))
      yield undefined
    }
    ready.push({ edition, organizations: organizations.done(), people: people.done() })
  }
  return ready
}

function writePiece(context: FeatureContext, run: Run, compared: readonly Compared[]): void {
  run.piece += 1
  const at = context.now()
  const payload = compared.map(({ thirdPartyId, listId, outcome, hits }) => ({
    thirdPartyId,
    listId,
    outcome,
    hits: hits.map(({ key }) => key),
  }))
  const counted = run.vault.store.write({ action: 'screening.compare', subject: `${run.id}/${run.piece}`, payload }, (tx) => {
    const counts = compared.map((one) => keepCompared(tx, one, { screenedAt: at, withContacts: run.content.withContacts }))
    for (const id of new Set(compared.map(({ thirdPartyId }) => thirdPartyId))) followScreening(tx, id, { packs: context.packs, at })
    const content = { ...run.content }
    for (const one of counts) {
      content.newHits += one.newHits
      content.keptHits += one.keptHits
      content.goneHits += one.goneHits
      content.unscreened += one.unscreened
    }
    content.done += new Set(compared.map(({ thirdPartyId }) => thirdPartyId)).size
    content.nameCount += compared.reduce((sum, { content: { names } }) => sum + names.length, 0)
    tx.run(updateRun, { id: run.id, endedAt: null, content: JSON.stringify(content) })
    return content
  })
  Object.assign(run.content, counted)
}

/** The whole of a run, giving the turn back after each third party. */
export function* compareAll(context: FeatureContext, run: Run): Generator<undefined> {
  const lists = yield* prepare(run)
  let compared: Compared[] = []
  let waiting = 0
  let followers = 0
  for (const [at, thirdPartyId] of run.parties.entries()) {
    const names = namesOf(run.vault.store, thirdPartyId, run.content.withContacts)
    // Somebody may have been removed since the run began.
    if (names.length > 0) {
      for (const list of lists) compared.push(compareParty({ thirdPartyId, names }, list, run.tables))
      waiting += 1
      followers += countFollowers(run.vault.store, thirdPartyId)
    }
    if (waiting >= pieceLength || followers >= mostFollowers || at === run.parties.length - 1) {
      writePiece(context, run, compared)
      compared = []
      waiting = 0
      followers = 0
    }
    yield undefined
  }
}

function editionsOf(vault: Vault, ids: InputOf<'screening.begin'>['editionIds']): ListEdition[] {
  const editions = [...new Set(ids)].map((id) => {
    const edition = vault.store.first(readEdition, { id })
    if (edition === undefined) throw new Refusal('not-found', 'One of these lists is no longer in the vault. Look at the lists again.')
    return edition
  })
  if (new Set(editions.map(({ listId }) => listId)).size < editions.length)
    throw new Refusal('list-twice', 'Two editions of the same list are chosen. Choose the newer one alone.')
  return editions
}

/** Begins a run in the vault; nothing is compared yet. Refuses lists that are gone or two editions of one. */
export function beginRun(context: FeatureContext, vault: Vault, input: InputOf<'screening.begin'>): Run {
  const { editionIds, thirdPartyIds, withContacts } = input
  const editions = editionsOf(vault, editionIds)
  const isEverybody = thirdPartyIds === null
  const found = isEverybody ? vault.store.all(readAllPartyIds) : vault.store.all(readSomePartyIds, { ids: JSON.stringify(thirdPartyIds) })
  const counts = { total: found.length, done: 0, nameCount: 0, newHits: 0, keptHits: 0, goneHits: 0, unscreened: 0 }
  const lists = editions.map(({ listId, title, editionOn }) => ({ listId, title, editionOn }))
  const content = { lists, isEverybody, withContacts, ...counts }
  const id = context.newId()
  const payload = { ...content, editions: editions.map(({ sha256 }) => sha256) }
  vault.store.write({ action: 'screening.begin', subject: id, payload }, (tx) => {
    tx.run(addRun, { id, startedAt: context.now(), content: JSON.stringify(content) })
  })
  const parties = found.map((party) => party.id)
  return { id, vault, editions, parties, content, tables: readTables(context.resourcesDirectory), piece: 0 }
}

/** Writes down that a run ended, however it did. */
export function endRun(context: FeatureContext, { id, vault, content }: Run): void {
  vault.store.write({ action: 'screening.end', subject: id, payload: content }, (tx) => {
    tx.run(updateRun, { id, endedAt: context.now(), content: JSON.stringify(content) })
  })
}
