// Procedures about the files that prove answers: they come in as bytes, are kept encrypted, and are shown only as pictures made of them.
import { z } from 'zod'
import { EvidenceDetails, EvidenceFile } from '../domain/evidence-file.ts'
import { AssessmentId, EvidenceFileId, QuestionId } from '../domain/ids.ts'
import { Instant } from '../domain/time.ts'
import { procedure } from './procedure.ts'

const Bytes = z.instanceof(Uint8Array, { error: 'is not the content of a file' })

/** A page of a document, or a whole picture, as pixels that were drawn from it. */
const Preview = z.strictObject({
  png: Bytes,
  /** Counted from 1. */
  page: z.int().min(1),
  pageCount: z.int().min(1),
})

export const evidenceProcedures = {
  'evidence.list': procedure({
    side: 'engine',
    input: z.strictObject({ assessmentId: AssessmentId }),
    /** `vaultSizeBytes` is what all evidence of the vault takes. */
    output: z.strictObject({ files: z.array(EvidenceFile), vaultSizeBytes: z.int().min(0) }),
    refusals: ['vault-locked', 'not-found'],
  }),
  /**
   * Keeps a file beside an answer. The name may be anything and is made harmless; a file that stands there already, by its
   * content, is given back with `isNew` false, and one that was removed comes back.
   */
  'evidence.add': procedure({
    side: 'engine',
    input: z.strictObject({
      assessmentId: AssessmentId,
      questionId: QuestionId,
      fileName: z.string().max(4_000),
      ...EvidenceDetails.shape,
      bytes: Bytes,
    }),
    output: z.strictObject({ file: EvidenceFile, isNew: z.boolean() }),
    refusals: [
      'vault-locked',
      'write-failed',
      'not-found',
      'frozen',
      'unknown-question',
      'evidence-empty',
      'evidence-too-large',
      'evidence-too-many',
    ],
  }),
  'evidence.change': procedure({
    side: 'engine',
    input: z.strictObject({ id: EvidenceFileId, ...EvidenceDetails.shape }),
    output: z.strictObject({ file: EvidenceFile }),
    refusals: ['vault-locked', 'write-failed', 'not-found', 'frozen'],
  }),
  /** The file can be brought back for a day. */
  'evidence.remove': procedure({
    side: 'engine',
    input: z.strictObject({ id: EvidenceFileId }),
    output: z.strictObject({ removedAt: Instant }),
    refusals: ['vault-locked', 'write-failed', 'not-found', 'frozen'],
  }),
  'evidence.restore': procedure({
    side: 'engine',
    input: z.strictObject({ id: EvidenceFileId }),
    output: z.strictObject({ file: EvidenceFile }),
    refusals: ['vault-locked', 'write-failed', 'not-found', 'frozen', 'evidence-too-many'],
  }),
  'evidence.chooseCopy': procedure({
    side: 'window',
    input: z.strictObject({ fileName: z.string().max(255) }),
    output: z.strictObject({ handle: z.uuid().nullable(), label: z.string() }),
    refusals: [],
  }),
  'evidence.saveCopy': procedure({
    side: 'engine',
    input: z.strictObject({ id: EvidenceFileId, handle: z.uuid() }),
    output: z.strictObject({ sizeBytes: z.int() }),
    refusals: ['vault-locked', 'not-found', 'evidence-damaged', 'place-unknown', 'place-not-writable', 'disk-full'],
  }),
  /** The bytes for the process that draws previews; the page gets pictures only. */
  'evidence.bytes': procedure({
    side: 'inner',
    input: z.strictObject({ id: EvidenceFileId }),
    output: z.strictObject({ mediaType: z.string(), bytes: Bytes }),
    refusals: ['vault-locked', 'not-found', 'evidence-damaged', 'no-preview'],
  }),
  /** Draws one page of a PDF, or a picture, in a process of its own that has nothing but this file. */
  'evidence.preview': procedure({
    side: 'window',
    input: z.strictObject({ id: EvidenceFileId, page: z.int().min(1).max(10_000) }),
    output: Preview,
    refusals: ['vault-locked', 'not-found', 'evidence-damaged', 'no-preview', 'preview-failed'],
  }),
} as const
