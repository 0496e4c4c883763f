import { useState } from 'react'
import type { ReportId } from '#shared/domain/ids.ts'
import { useCommand } from '../../bridge/use-command.ts'
import { wordsFor } from '../../bridge/words.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Refusal } from '../../ui/refusal.tsx'

/** Puts a copy of the signed PDF where a person wants it. */
export function SaveCopy({ reportId, fileName }: { readonly reportId: ReportId; readonly fileName: string }) {
  const choose = useCommand('reports.chooseCopy')
  const save = useCommand('reports.saveCopy')
  const [savedAs, setSavedAs] = useState<string | null>(null)
  const fault = choose.fault ?? save.fault
  const run = async () => {
    setSavedAs(null)
    save.forget()
    const chosen = await choose.run({ fileName })
    if (!chosen.ok || chosen.value.handle === null) return
    const outcome = await save.run({ reportId, handle: chosen.value.handle })
    if (outcome.ok) setSavedAs(chosen.value.label)
  }
  return (
    <>
      <div className="form-actions">
        <Button look="primary" isBusy={choose.isRunning || save.isRunning} onClick={() => void run()}>
          <Icon name="document" /> Save a copy…
        </Button>
      </div>
      <div role="status">{savedAs === null ? null : <Notice tone="good" title={`Saved as ${savedAs}`} />}</div>
      {fault === null ? null : <Refusal words={wordsFor(fault)} />}
    </>
  )
}
