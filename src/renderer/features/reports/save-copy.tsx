import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReportId } from '#shared/domain/ids.ts'
import { useCommand } from '#renderer/bridge/use-command.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { Refusal } from '#renderer/ui/refusal.tsx'

/** Puts a copy of the signed PDF where a person wants it. */
export function SaveCopy({ reportId, fileName }: { readonly reportId: ReportId; readonly fileName: string }) {
  const { t } = useTranslation('reports')
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
          <Icon name="document" /> {t('signed.saveCopy')}
        </Button>
      </div>
      <div role="status">{savedAs === null ? null : <Notice tone="good" title={t('signed.saved', { label: savedAs })} />}</div>
      {fault === null ? null : <Refusal words={wordsFor(fault)} />}
    </>
  )
}
