// Keeps a file beside an answer: named harmlessly, known by its content, its bytes once for each vault, in pieces.
import { createHash } from 'node:crypto'
import type { InputOf } from '#shared/contract/contract.ts'
import { Refusal } from '#shared/contract/refusal.ts'
import { type EvidenceFile, evidenceLimitBytes } from '#shared/domain/evidence-file.ts'
import { EvidenceFileId } from '#shared/domain/ids.ts'
import { findEvidenceRow, refuseTooMany } from '#main/records/evidence.ts'
import { dropOldEvidence } from '#main/records/removed-evidence.ts'
import type { WriteDb } from '#main/store/database.ts'
import type { Store } from '#main/store/store.ts'
import { harmlessName } from './file-name.ts'
import { mediaTypeOf } from './media-type.ts'
import { addChunk, addContent, addFile, bringBack, readContentHash, readSameEvidence } from './queries.ts'

/** One piece of a file, in bytes. */
const chunkBytes = 1024 * 1024

function refuseSize(bytes: Uint8Array): void {
  if (bytes.length === 0) throw new Refusal('evidence-empty', 'That file is empty, so it proves nothing. Choose another.')
  if (bytes.length > evidenceLimitBytes)
    throw new Refusal(
      'evidence-too-large',
      'That file is larger than 25 MB. Keep it elsewhere and describe it in the note, or add the pages that matter.',
    )
}

function addBytes(tx: WriteDb, sha256: string, bytes: Uint8Array): void {
  if (tx.first(readContentHash, { sha256 }) !== undefined) return
  tx.run(addContent, { sha256, sizeBytes: bytes.length, mediaType: mediaTypeOf(bytes) })
  for (let number = 0; number * chunkBytes < bytes.length; number += 1)
    tx.run(addChunk, { sha256, number, bytes: bytes.subarray(number * chunkBytes, (number + 1) * chunkBytes) })
}

interface Kept {
  readonly file: EvidenceFile
  readonly isNew: boolean
}

/** The file as its answer's list shows it. */
export function requireEvidenceFile(store: Store, id: EvidenceFileId): EvidenceFile {
  const row = findEvidenceRow(store, id)
  if (row === undefined) throw new Refusal('not-found', 'That file is no longer in the vault. Open the assessment again.')
  const { assessmentId: _assessment, removedAt: _removed, ...file } = row
  return file
}

/** Keeps the file; one that stands there already is given back, one that was removed comes back as it is described now. */
export function keepFile(
  store: Store,
  given: InputOf<'evidence.add'>,
  { newId, now }: { readonly newId: () => string; readonly now: () => string },
): Kept {
  const { assessmentId, questionId, grade, description, bytes } = given
  refuseSize(bytes)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const known = store.first(readSameEvidence, { assessmentId, questionId, sha256 })
  const standing = known === undefined ? undefined : findEvidenceRow(store, known.id)
  if (standing?.removedAt === null) return { file: requireEvidenceFile(store, standing.id), isNew: false }
  const id = known?.id ?? EvidenceFileId.parse(newId())
  const addedAt = now()
  const fileName = harmlessName(given.fileName)
  const payload = { id, fileName, sizeBytes: bytes.length, sha256, grade, description }
  store.write({ action: 'evidence.add', subject: `${assessmentId}/${questionId}`, payload }, (tx) => {
    dropOldEvidence(tx, addedAt)
    addBytes(tx, sha256, bytes)
    // What was removed long ago may just have gone for good.
    if (known !== undefined && findEvidenceRow(tx, known.id) !== undefined) tx.run(bringBack, { id, fileName, grade, description })
    else tx.run(addFile, { id, assessmentId, questionId, sha256, fileName, grade, description, addedAt })
    refuseTooMany(tx, given)
  })
  return { file: requireEvidenceFile(store, id), isNew: true }
}
