// A list file that somebody brought: read in steps in the engine's memory, and kept only when somebody says what it is.
import { createHash } from 'node:crypto'
import { type InputOf, type OutputOf } from '#shared/contract/contract.ts'
import { Refusal } from '#shared/contract/refusal.ts'
import { ListFileId, type ReadList } from '#shared/contract/screening.ts'
import { EditionId, type KeptEntry, ListEdition } from '#shared/domain/screening-hit.ts'
import { type ListReading, readListInPieces, type ScreeningList } from '#shared/screening/screening-list.ts'
import { calendarDayOf } from '#shared/domain/calendar-day.ts'
import { decodeText } from '#main/records/decode-text.ts'
import type { Vault } from '#main/store/vault.ts'
import type { FeatureContext } from '../feature-context.ts'
import { keptEntryOf, partLength } from './kept-entries.ts'
import { addEdition, addPart, readEditionByHash, readEditions } from './queries.ts'

const mebibyte = 1_048_576
export const fileLimit = {
  limitBytes: 64 * mebibyte,
  tooLarge: 'This file is over 64 MiB, larger than any list of names. Choose the list alone, as its publisher offers it.',
}

export interface OpenFile {
  readonly vault: Vault
  readonly file: OutputOf<'screening.openFile'>
  readonly pieces: Generator<{ readonly done: number; readonly total: number }, ListReading>
  list: ScreeningList | null
}

const notReadable = (sentence: string) => new Refusal('list-not-readable', sentence)

/** Takes the bytes of a file; nothing but its letters is read yet. */
export function takeFile(
  context: FeatureContext,
  vault: Vault,
  given: { readonly fileName: string; readonly bytes: Uint8Array },
): OpenFile {
  const { fileName, bytes } = given
  if (bytes.length > fileLimit.limitBytes) throw new Refusal('list-too-long', fileLimit.tooLarge)
  if (bytes.length === 0) throw notReadable('This file is empty. Choose another one.')
  const { text } = decodeText(bytes, 'This is not a list as text. Choose the CSV file that the publisher of the list offers.')
  const file = {
    fileId: ListFileId.parse(context.newId()),
    fileName: fileName.slice(0, 200).toWellFormed(),
    sizeBytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  }
  return { vault, file, pieces: readListInPieces(text), list: null }
}

/** Kept of the holes; more are a sign of a bad file, and the count says how many there are. */
const mostHolesShown = 1_000

/** The kept list that shares most of its sources with this one. */
function knownAs(vault: Vault, { sources }: ScreeningList): ReadList['knownAs'] {
  const own = new Set(sources.map(({ source }) => source))
  const alike = vault.store.all(readEditions).find((edition) => edition.sources.some(({ source }) => own.has(source)))
  return alike === undefined ? null : { listId: alike.listId, title: alike.title, publisher: alike.publisher }
}

function describe(vault: Vault, list: ScreeningList): ReadList {
  const countOf = (type: KeptEntry['type']) => list.entries.filter((entry) => entry.type === type).length
  return {
    entryCount: list.entries.length,
    nameCount: list.entries.reduce((sum, { names }) => sum + names.length, 0),
    rowCount: list.rowCount,
    typeCounts: {
      organization: countOf('organization'),
      individual: countOf('individual'),
      vessel: countOf('vessel'),
      aircraft: countOf('aircraft'),
      'not-stated': countOf('not-stated'),
    },
    sources: [...list.sources],
    holes: list.rejected.slice(0, mostHolesShown).map((hole) => ({ ...hole })),
    knownAs: knownAs(vault, list),
  }
}

const stepMs = 150

/** Reads on for a while. Refuses a file that turns out to be no list, or one with too many holes. */
export function readOn(open: OpenFile): OutputOf<'screening.readFile'> {
  const until = performance.now() + stepMs
  for (;;) {
    const next = open.pieces.next()
    if (next.done === true) {
      if (!next.value.ok) throw notReadable(next.value.problem.message)
      open.list = next.value.list
      const { rowCount } = next.value.list
      return { done: rowCount, total: rowCount, read: describe(open.vault, next.value.list) }
    }
    if (performance.now() >= until) return { done: next.value.done, total: next.value.total, read: null }
  }
}

function refuseUnfit(context: FeatureContext, { vault, file }: OpenFile, { editionOn }: InputOf<'screening.keepList'>['details']): void {
  if (vault.store.first(readEditionByHash, { sha256: file.sha256 }) !== undefined)
    throw new Refusal('list-kept-already', 'This file is in the vault already, to the byte. Choose another edition.')
  if (editionOn > calendarDayOf(context.now()))
    throw new Refusal(
      'edition-in-future',
      'That edition would be from the future. Give the day on which its publisher dated or offered it.',
    )
}

/** Keeps the list as an edition, in one transaction. */
export function keepList(context: FeatureContext, open: OpenFile, details: InputOf<'screening.keepList'>['details']): ListEdition {
  const { vault, file, list } = open
  if (list === null) throw new Refusal('list-gone', 'This list has not been read to its end. Choose the file again.')
  refuseUnfit(context, open, details)
  const { entryCount, nameCount, rowCount, holes, sources } = describe(vault, list)
  const { fileName, sha256, sizeBytes } = file
  const counts = { entryCount, nameCount, rowCount }
  const edition = { id: EditionId.parse(context.newId()), ...details, fileName, sha256, sizeBytes, ...counts, importedAt: context.now() }
  const payload = { ...edition, holeCount: list.rejected.length }
  vault.store.write({ action: 'screening.keepList', subject: edition.id, payload }, (tx) => {
    tx.run(addEdition, { ...edition, holes: JSON.stringify(holes), sources: JSON.stringify(sources) })
    for (let at = 0; at < list.entries.length; at += partLength) {
      const entries = list.entries.slice(at, at + partLength).map(keptEntryOf)
      tx.run(addPart, { editionId: edition.id, number: at / partLength, content: JSON.stringify(entries) })
    }
  })
  return ListEdition.parse({ ...edition, holes, sources })
}
