// Hits as a person looks at them, and what a person says of one.
import type { InputOf, OutputOf } from '#shared/contract/contract.ts'
import { Refusal } from '#shared/contract/refusal.ts'
import type { HitDetail, HitLine } from '#shared/contract/screening.ts'
import type { DecidedHit, HitContent, HitState, KeptEntry } from '#shared/domain/screening-hit.ts'
import type { ThirdPartyId } from '#shared/domain/ids.ts'
import { spellOut } from '#shared/domain/text.ts'
import { hitCountsOf } from '#main/records/screening.ts'
import type { ReadDb, WriteDb } from '#main/store/database.ts'
import { isSameEntry } from './kept-entries.ts'
import { addDecision, readDecisions, readHit, readHits, readHitsOfParty, readOtherDecisions, setHitState } from './queries.ts'

interface HitRow {
  readonly thirdPartyId: ThirdPartyId
  readonly partyName: string
  readonly key: string
  readonly state: HitState
  readonly scoreMille: number
  readonly content: HitContent
}

/** What stands in a list was written by strangers. */
function shownEntry({ names, ...entry }: KeptEntry): KeptEntry {
  return {
    ...entry,
    id: spellOut(entry.id),
    source: spellOut(entry.source),
    programs: spellOut(entry.programs),
    names: names.map(spellOut),
  }
}

function lineOf({ content, ...row }: HitRow): HitLine {
  const { asked, listedName, entry, edition } = content
  return { ...row, asked, listedName: spellOut(listedName), source: spellOut(entry.source), editionOn: edition.editionOn }
}

export function listHits(db: ReadDb, input: InputOf<'screening.hits'>): OutputOf<'screening.hits'> {
  const { state, thirdPartyId, offset, limit } = input
  const page = { state, offset, limit }
  const rows = thirdPartyId === null ? db.all(readHits, page) : db.all(readHitsOfParty, { ...page, thirdPartyId })
  return { hits: rows.map(lineOf), total: hitCountsOf(db, thirdPartyId)[state] }
}

interface HitName {
  readonly thirdPartyId: ThirdPartyId
  readonly key: string
}

function findHit(db: ReadDb, name: HitName): HitRow {
  const row = db.first(readHit, { ...name })
  if (row === undefined)
    throw new Refusal('not-found', 'This hit is not there any more: names were compared anew since. Look at the list of hits again.')
  return row
}

export function hitDetail(db: ReadDb, { thirdPartyId, key }: HitName): HitDetail {
  const row = findHit(db, { thirdPartyId, key })
  const { entry, listedName } = row.content
  const others = db.all(readOtherDecisions, { thirdPartyId, key })
  const earlier = others.find(({ content }) => isSameEntry(content.entry, entry))
  return {
    ...lineOf(row),
    content: { ...row.content, entry: shownEntry(entry), listedName: spellOut(listedName) },
    history: db.all(readDecisions, { thirdPartyId, key }),
    earlier:
      earlier === undefined
        ? null
        : {
            verdict: earlier.verdict,
            reason: earlier.reason,
            decidedBy: earlier.decidedBy,
            decidedAt: earlier.decidedAt,
            name: earlier.content.asked.name,
            entry: shownEntry(earlier.content.entry),
          },
  }
}

function snapshotOf({ asked, listedName, entry, edition }: HitContent): DecidedHit {
  return { asked, listedName, entry, title: edition.title, editionOn: edition.editionOn }
}

/** Adds a decision to the history of a hit and makes it what stands. */
export function decide(tx: WriteDb, { thirdPartyId, key, decision }: InputOf<'screening.decide'>, decidedAt: string): void {
  const { content } = findHit(tx, { thirdPartyId, key })
  const { verdict, reason, decidedBy } = decision
  tx.run(addDecision, { thirdPartyId, key, verdict, reason, decidedBy, decidedAt, content: JSON.stringify(snapshotOf(content)) })
  tx.run(setHitState, { thirdPartyId, key, state: verdict })
}

/** Takes back the decision that stands, so that the hit is open again; each word stays in the history. */
export function withdraw(tx: WriteDb, { thirdPartyId, key, decidedBy }: InputOf<'screening.withdraw'>, decidedAt: string): void {
  const { content, state } = findHit(tx, { thirdPartyId, key })
  if (state === 'open') throw new Refusal('nothing-to-withdraw', 'Nothing stands that could be taken back. Look at the hit again.')
  const facts = { thirdPartyId, key, decidedBy, decidedAt, content: JSON.stringify(snapshotOf(content)) }
  tx.run(addDecision, { ...facts, verdict: 'withdrawn', reason: '' })
  tx.run(setHitState, { thirdPartyId, key, state: 'open' })
}
