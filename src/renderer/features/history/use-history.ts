// Reads the history a page at a time, newest first, and begins anew when the filter changes.
import { useEffect, useState } from 'react'
import type { HistoryEntry, HistoryKind } from '#shared/contract/history.ts'
import { call, type CallFault } from '#renderer/bridge/call.ts'
import { boundsOf } from './history-words.ts'

export interface HistoryFilter {
  readonly kind: HistoryKind | null
  readonly objectId: string | null
  /** A day on this computer's calendar, `2026-11-22`; empty, or no day at all, for every day. */
  readonly day: string
}

export const noFilter: HistoryFilter = { kind: null, objectId: null, day: '' }

interface Shown {
  readonly entries: readonly HistoryEntry[]
  readonly hasMore: boolean
  readonly total: number
  readonly oldEntries: number
}

const pageLength = 100

function readPage({ kind, objectId, day }: HistoryFilter, before: number | null) {
  return call('history.list', { before, limit: pageLength, kinds: kind === null ? [] : [kind], objectId, ...boundsOf(day) })
}

export function useHistory(filter: HistoryFilter) {
  const { kind, objectId, day } = filter
  const [shown, setShown] = useState<Shown | null>(null)
  const [fault, setFault] = useState<CallFault<'history.list'> | null>(null)
  const [isReading, setIsReading] = useState(false)
  useEffect(() => {
    let isCurrent = true
    void readPage({ kind, objectId, day }, null).then((outcome) => {
      if (!isCurrent) return
      setFault(outcome.ok ? null : outcome.fault)
      if (outcome.ok) setShown(outcome.value)
    })
    return () => {
      isCurrent = false
    }
  }, [kind, objectId, day])
  const readOlder = async () => {
    const last = shown?.entries.at(-1)
    if (shown === null || last === undefined || isReading) return
    setIsReading(true)
    const outcome = await readPage(filter, last.sequence)
    setIsReading(false)
    if (outcome.ok) setShown({ ...outcome.value, entries: [...shown.entries, ...outcome.value.entries] })
    else setFault(outcome.fault)
  }
  return { shown, fault, isReading, readOlder: () => void readOlder() }
}
