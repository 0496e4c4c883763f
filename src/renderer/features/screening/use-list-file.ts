// Leads a list file from being chosen or dropped to being read; nothing of it is kept by any of that.
import { useEffect, useRef, useState } from 'react'
import type { OutputOf } from '#shared/contract/contract.ts'
import type { ReadList } from '#shared/contract/screening.ts'
import { call, type CallOutcome } from '#renderer/bridge/call.ts'
import { type Words, wordsFor } from '#renderer/bridge/words.ts'

type ListFile = OutputOf<'screening.openFile'>

type FileStage =
  | { readonly at: 'none' }
  | { readonly at: 'reading'; readonly file: ListFile; readonly done: number; readonly total: number }
  | { readonly at: 'read'; readonly file: ListFile; readonly read: ReadList }

export interface ListFileDesk {
  readonly stage: FileStage
  readonly refused: Words | null
  readonly choose: () => Promise<void>
  readonly drop: (files: readonly File[]) => Promise<void>
  readonly close: () => void
}

type Reading = { readonly ok: true; readonly read: ReadList } | { readonly ok: false; readonly words: Words }

/** Reads a file to its end, or until nobody wants it any more; null then. */
async function readToEnd(
  fileId: ListFile['fileId'],
  told: { readonly isWanted: () => boolean; readonly onStep: (done: number, total: number) => void },
): Promise<Reading | null> {
  while (told.isWanted()) {
    const step = await call('screening.readFile', { fileId })
    if (!told.isWanted()) break
    if (!step.ok) return { ok: false, words: wordsFor(step.fault) }
    const { done, total, read } = step.value
    if (read !== null) return { ok: true, read }
    told.onStep(done, total)
  }
  return null
}

/** Asks for a file; null when none was chosen. */
async function chooseFile() {
  const chosen = await call('screening.chooseList', {})
  if (!chosen.ok) return chosen
  return chosen.value.handle === null ? null : call('screening.openFile', { handle: chosen.value.handle })
}

/** The file that is wanted; another, or none, or leaving the screen ends the reading of this one. */
function useWanted() {
  const wantedRef = useRef<string | null>(null)
  useEffect(
    () => () => {
      wantedRef.current = null
    },
    [],
  )
  return wantedRef
}

export function useListFile(): ListFileDesk {
  const [stage, setStage] = useState<FileStage>({ at: 'none' })
  const [refused, setRefused] = useState<Words | null>(null)
  const wantedRef = useWanted()
  const close = () => {
    wantedRef.current = null
    setStage({ at: 'none' })
    void call('screening.closeFile', {})
  }
  const refuse = (words: Words) => {
    close()
    setRefused(words)
  }
  const take = async (opening: Promise<CallOutcome<'screening.openFile' | 'screening.takeFile' | 'screening.chooseList'> | null>) => {
    setRefused(null)
    const opened = await opening
    if (opened === null) return
    if (!opened.ok) return refuse(wordsFor(opened.fault))
    if (!('fileId' in opened.value)) return
    const file = opened.value
    wantedRef.current = file.fileId
    setStage({ at: 'reading', file, done: 0, total: 0 })
    const outcome = await readToEnd(file.fileId, {
      isWanted: () => wantedRef.current === file.fileId,
      onStep: (done, total) => setStage({ at: 'reading', file, done, total }),
    })
    if (outcome?.ok === true) setStage({ at: 'read', file, read: outcome.read })
    else if (outcome !== null) refuse(outcome.words)
  }
  return {
    stage,
    refused,
    choose: () => take(chooseFile()),
    drop: async ([file]) => {
      if (file === undefined) return
      const bytes = new Uint8Array(await file.arrayBuffer())
      await take(call('screening.takeFile', { fileName: file.name, bytes }))
    },
    close,
  }
}
