// Adds, describes and removes the files of one answer; each can be taken back like an answer.
import { useState } from 'react'
import type { EvidenceGrade } from '#shared/domain/answer.ts'
import { type EvidenceFile, evidenceLimitBytes } from '#shared/domain/evidence-file.ts'
import type { AssessmentId, EvidenceFileId, QuestionId } from '#shared/domain/ids.ts'
import { call, type CallFault } from '#renderer/bridge/call.ts'
import { refresh } from '#renderer/bridge/refresh.ts'
import type { AssessmentSession } from '../session/assessment-session.ts'
import { useSession } from '../session/use-session.ts'
import { useBeside } from './beside.ts'

type EvidenceFault = CallFault<'evidence.add' | 'evidence.change' | 'evidence.remove' | 'evidence.restore'>

interface RefusedFile {
  readonly fileName: string
  readonly fault: EvidenceFault
}

/** What came of adding files, for whoever says so. */
interface AddedFiles {
  readonly added: number
  readonly alreadyThere: number
}

export interface Evidence {
  readonly add: (files: readonly File[]) => Promise<void>
  readonly change: (file: EvidenceFile, details: { grade: EvidenceGrade; description: string }) => Promise<boolean>
  readonly remove: (file: EvidenceFile) => Promise<boolean>
  /** How many files are on their way into the vault. */
  readonly busy: number
  readonly refused: readonly RefusedFile[]
  readonly outcome: AddedFiles | null
}

const refuse = (fileName: string, code: 'evidence-too-large' | 'evidence-empty' | 'internal', detail = ''): RefusedFile => ({
  fileName,
  fault: { code, detail, path: null },
})

async function bytesOf(file: File): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return new Uint8Array(await file.arrayBuffer())
  } catch {
    // A folder that was dropped, or a file that went away meanwhile.
    return null
  }
}

const removing = async (id: EvidenceFileId) => (await call('evidence.remove', { id })).ok
const bringingBack = async (id: EvidenceFileId) => (await call('evidence.restore', { id })).ok

/** After each step the lists are read again. */
async function thenRefresh(step: Promise<boolean>): Promise<boolean> {
  const isDone = await step
  refresh('evidence.list')
  return isDone
}

/** The grade that a new file starts with: the one of its answer, else a statement by the third party. */
export function fileGradeFor(answerGrade: EvidenceGrade): EvidenceGrade {
  return answerGrade === 'U' ? 'C' : answerGrade
}

interface Target {
  readonly assessmentId: AssessmentId
  readonly questionId: QuestionId
  readonly grade: EvidenceGrade
  readonly session: AssessmentSession
}

type AddResult = RefusedFile | 'added' | 'already-there'

/** Puts one file into the vault, and remembers it as a step that can be taken back. */
async function addOne(file: File, { assessmentId, questionId, grade, session }: Target): Promise<AddResult> {
  if (file.size > evidenceLimitBytes) return refuse(file.name, 'evidence-too-large')
  const bytes = await bytesOf(file)
  if (bytes === null) return refuse(file.name, 'internal', 'The file could not be read. A folder cannot be added, only files.')
  const fileName = file.name === '' ? 'file' : file.name
  const added = await call('evidence.add', { assessmentId, questionId, fileName, grade, description: '', bytes })
  if (!added.ok) return { fileName, fault: added.fault }
  if (!added.value.isNew) return 'already-there'
  const { id } = added.value.file
  session.rememberBeside({
    kind: 'beside',
    what: 'file-added',
    questionId,
    undo: () => thenRefresh(removing(id)),
    redo: () => thenRefresh(bringingBack(id)),
  })
  return 'added'
}

/** Takes one file out, and remembers that. */
async function removeOne({ id, fileName }: EvidenceFile, { questionId, session }: Target): Promise<RefusedFile | 'removed'> {
  const removed = await call('evidence.remove', { id })
  if (!removed.ok) return { fileName, fault: removed.fault }
  session.rememberBeside({
    kind: 'beside',
    what: 'file-removed',
    questionId,
    undo: () => thenRefresh(bringingBack(id)),
    redo: () => thenRefresh(removing(id)),
  })
  return 'removed'
}

const isRefused = (result: AddResult): result is RefusedFile => typeof result !== 'string'

/** `grade` is the one that new files get. */
export function useEvidence(questionId: QuestionId, grade: EvidenceGrade): Evidence {
  const target: Target = { assessmentId: useBeside().assessmentId, questionId, grade, session: useSession() }
  const [busy, setBusy] = useState(0)
  const [refused, setRefused] = useState<readonly RefusedFile[]>([])
  const [outcome, setOutcome] = useState<AddedFiles | null>(null)

  const add = async (files: readonly File[]) => {
    setRefused([])
    setOutcome(null)
    const results: AddResult[] = []
    for (const [index, file] of files.entries()) {
      setBusy(files.length - index)
      // One after the other: a dozen large files would stand in memory at once.
      results.push(await addOne(file, target))
    }
    setBusy(0)
    setRefused(results.filter(isRefused))
    const count = (what: AddResult) => results.filter((result) => result === what).length
    setOutcome({ added: count('added'), alreadyThere: count('already-there') })
    refresh('evidence.list')
  }
  const keep = (result: RefusedFile | null): boolean => {
    setRefused(result === null ? [] : [result])
    refresh('evidence.list')
    return result === null
  }
  return {
    add,
    change: async ({ id, fileName }, details) => {
      const changed = await call('evidence.change', { id, ...details })
      return keep(changed.ok ? null : { fileName, fault: changed.fault })
    },
    remove: async (file) => {
      const result = await removeOne(file, target)
      return keep(result === 'removed' ? null : result)
    },
    busy,
    refused,
    outcome,
  }
}
