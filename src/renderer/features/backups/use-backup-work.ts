// Begins a backup or a copy and follows it until it has ended.
import { useEffect, useRef, useState } from 'react'
import type { BackupWork } from '#shared/contract/backups.ts'
import { call } from '#renderer/bridge/call.ts'
import { refresh } from '#renderer/bridge/refresh.ts'
import { useCommand } from '#renderer/bridge/use-command.ts'

const everyMs = 200

export function useBackupWork() {
  const begin = useCommand('backups.start')
  const cancel = useCommand('backups.cancel')
  const [work, setWork] = useState<BackupWork | null>(null)
  const timer = useRef<number | null>(null)
  useEffect(
    () => () => {
      if (timer.current !== null) window.clearTimeout(timer.current)
    },
    [],
  )
  const follow = async () => {
    const outcome = await call('backups.progress', {})
    if (!outcome.ok) return setWork(null)
    setWork(outcome.value)
    if (outcome.value.kind === null) return refresh('backups.overview')
    timer.current = window.setTimeout(() => void follow(), everyMs)
  }
  const start = async (kind: 'backup' | 'copy') => {
    const outcome = await begin.run({ kind })
    if (!outcome.ok) return
    setWork(outcome.value)
    await follow()
  }
  return { work, isRunning: work !== null && work.kind !== null, fault: begin.fault, start, cancel: () => void cancel.run({}) }
}
