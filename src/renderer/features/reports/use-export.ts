// Writes a signed report in another format to a place that a person chooses.
import { useState } from 'react'
import type { ExportFormat } from '#shared/contract/exports.ts'
import type { ReportId } from '#shared/domain/ids.ts'
import { useCommand } from '#renderer/bridge/use-command.ts'

/** Chooses a place and writes the report there in one format. */
export function useExport(reportId: ReportId, fileName: string) {
  const choose = useCommand('exports.choose')
  const save = useCommand('exports.save')
  const [savedAs, setSavedAs] = useState<string | null>(null)
  const run = async (format: ExportFormat) => {
    setSavedAs(null)
    save.forget()
    const chosen = await choose.run({ fileName: fileName.replace(/\.pdf$/i, ''), format })
    if (!chosen.ok || chosen.value.handle === null) return
    const outcome = await save.run({ reportId, format, handle: chosen.value.handle })
    if (outcome.ok) setSavedAs(chosen.value.label)
  }
  return { run, savedAs, isRunning: choose.isRunning || save.isRunning, fault: choose.fault ?? save.fault }
}
