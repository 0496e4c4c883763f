// Checks the history piece by piece, so that it can be followed, stopped, and holds nobody up.
import { useRef, useState } from 'react'
import type { AnchorCheck } from '#shared/contract/history.ts'
import { wordsIn } from '#renderer/i18n/words.ts'
import { call } from '#renderer/bridge/call.ts'
import { inPageLanguage } from '#renderer/i18n/said.ts'
import { wordsFor } from '#renderer/bridge/words.ts'

export type Verification =
  | { readonly state: 'none' }
  | { readonly state: 'running'; readonly done: number; readonly total: number }
  | { readonly state: 'stopped' }
  | { readonly state: 'intact'; readonly checkedAt: string; readonly entries: number; readonly anchors: readonly AnchorCheck[] }
  | { readonly state: 'broken'; readonly sentence: string }

const genesis = { sequence: 0, hash: '0'.repeat(64) }

async function verify(tell: (next: Verification) => void, isStopped: () => boolean): Promise<Verification> {
  const t = wordsIn('history')
  for (let from = genesis; ;) {
    if (isStopped()) return { state: 'stopped' }
    const outcome = await call('history.verify', { from })
    if (!outcome.ok) return { state: 'broken', sentence: wordsFor(outcome.fault).what }
    const { to, total, isDone, problem, checkedAt } = outcome.value
    if (problem !== null) return { state: 'broken', sentence: inPageLanguage(problem) }
    tell({ state: 'running', done: to.sequence, total })
    from = to
    if (!isDone) continue
    const anchored = await call('history.anchors', {})
    if (!anchored.ok) return { state: 'broken', sentence: wordsFor(anchored.fault).what }
    const { anchors } = anchored.value
    const lost = anchors.find(({ holds }) => !holds)
    if (lost === undefined) return { state: 'intact', checkedAt, entries: to.sequence, anchors }
    const source = lost.source === 'report' ? t('check.signedReport') : t('check.backup')
    return { state: 'broken', sentence: t('check.lost', { sequence: lost.sequence, source, name: lost.name }) }
  }
}

export function useVerification() {
  const [verification, setVerification] = useState<Verification>({ state: 'none' })
  const isStopped = useRef(false)
  const start = () => {
    isStopped.current = false
    setVerification({ state: 'running', done: 0, total: 0 })
    void verify(setVerification, () => isStopped.current).then(setVerification)
  }
  const stop = () => {
    isStopped.current = true
  }
  return { verification, start, stop }
}
