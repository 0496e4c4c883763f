// Files that prove answers: taken in, listed, described, removed and brought back, and copied out as they were given.
import type { OutputOf } from '#shared/contract/contract.ts'
import { Refusal } from '#shared/contract/refusal.ts'
import { previewKindOf } from '#shared/domain/evidence-preview.ts'
import type { AssessmentId, EvidenceFileId } from '#shared/domain/ids.ts'
import { findAssessment, findDraft, findPack } from '#main/records/assessment.ts'
import { type EvidenceRow, findEvidenceRow, listEvidenceFiles, readEvidenceBytes, refuseTooMany } from '#main/records/evidence.ts'
import { dropOldEvidence } from '#main/records/removed-evidence.ts'
import { writeCopy } from '#main/records/write-copy.ts'
import type { Store } from '#main/store/store.ts'
import { type EngineHandlers, type FeatureContext, requireStore } from '../feature-context.ts'
import { keepFile, requireEvidenceFile } from './keep-file.ts'
import { changeFile, readEvidenceSize, setRemoved } from './queries.ts'

type EvidenceHandlers = Pick<
  EngineHandlers,
  'evidence.list' | 'evidence.add' | 'evidence.change' | 'evidence.remove' | 'evidence.restore' | 'evidence.saveCopy' | 'evidence.bytes'
>

function listOf(store: Store, assessmentId: AssessmentId): OutputOf<'evidence.list'> {
  findAssessment(store, assessmentId)
  return { files: listEvidenceFiles(store, assessmentId), vaultSizeBytes: store.first(readEvidenceSize)?.sizeBytes ?? 0 }
}

const gone = () => new Refusal('not-found', 'That file is no longer in the vault. Open the assessment again.')

function requireRow(store: Store, id: EvidenceFileId): EvidenceRow {
  const row = findEvidenceRow(store, id)
  if (row === undefined) throw gone()
  return row
}

/** A file of a draft, standing or removed; refuses with `frozen` once the assessment is signed. */
function requireOpenRow(store: Store, id: EvidenceFileId, isRemoved: boolean): EvidenceRow {
  const row = requireRow(store, id)
  findDraft(store, row.assessmentId)
  if ((row.removedAt !== null) !== isRemoved) throw gone()
  return row
}

function readWhole(store: Store, row: EvidenceRow): Uint8Array<ArrayBuffer> {
  const bytes = readEvidenceBytes(store, row)
  if (bytes === null)
    throw new Refusal(
      'evidence-damaged',
      'This file is not as it was added. Check the vault under History, and restore a backup if it is damaged.',
    )
  return bytes
}

function keepBesideAnswer(context: FeatureContext, given: Parameters<EvidenceHandlers['evidence.add']>[0]) {
  const store = requireStore(context)
  const pack = findPack(store, context.packs, findDraft(store, given.assessmentId))
  if (!pack.questions.some(({ id }) => id === given.questionId))
    throw new Refusal('unknown-question', `There is no question ${given.questionId} in this pack.`, 'questionId')
  return keepFile(store, given, context)
}

/** The bytes of a file that can be drawn. */
function bytesToDraw(store: Store, id: EvidenceFileId) {
  const row = requireRow(store, id)
  if (previewKindOf(row.mediaType) === null)
    throw new Refusal('no-preview', 'Files of this kind are kept, not shown. Save a copy to open it elsewhere.')
  return { mediaType: row.mediaType, bytes: readWhole(store, row) }
}

export function evidenceHandlers(context: FeatureContext): EvidenceHandlers {
  return {
    'evidence.list': ({ assessmentId }) => listOf(requireStore(context), assessmentId),
    'evidence.add': (given) => keepBesideAnswer(context, given),
    'evidence.change': ({ id, grade, description }) => {
      const store = requireStore(context)
      const { assessmentId, questionId } = requireOpenRow(store, id, false)
      const change = { action: 'evidence.change', subject: `${assessmentId}/${questionId}`, payload: { id, grade, description } }
      store.write(change, (tx) => tx.run(changeFile, { id, grade, description }))
      return { file: requireEvidenceFile(store, id) }
    },
    'evidence.remove': ({ id }) => {
      const store = requireStore(context)
      const { assessmentId, questionId, sha256 } = requireOpenRow(store, id, false)
      const removedAt = context.now()
      store.write({ action: 'evidence.remove', subject: `${assessmentId}/${questionId}`, payload: { id, sha256 } }, (tx) => {
        dropOldEvidence(tx, removedAt)
        tx.run(setRemoved, { id, removedAt })
      })
      return { removedAt }
    },
    'evidence.restore': ({ id }) => {
      const store = requireStore(context)
      const { assessmentId, questionId, sha256 } = requireOpenRow(store, id, true)
      const change = { action: 'evidence.restore', subject: `${assessmentId}/${questionId}`, payload: { id, sha256 } }
      store.write(change, (tx) => {
        tx.run(setRemoved, { id, removedAt: null })
        refuseTooMany(tx, { assessmentId, questionId })
      })
      return { file: requireEvidenceFile(store, id) }
    },
    'evidence.saveCopy': ({ id, handle }) => {
      const store = requireStore(context)
      const bytes = readWhole(store, requireRow(store, id))
      writeCopy(context.grants.pathOf(handle, 'copy'), bytes)
      return { sizeBytes: bytes.length }
    },
    'evidence.bytes': ({ id }) => bytesToDraw(requireStore(context), id),
  }
}
