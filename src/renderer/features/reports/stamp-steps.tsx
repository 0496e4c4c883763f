import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReportId } from '#shared/domain/ids.ts'
import { useCommand } from '#renderer/bridge/use-command.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { Refusal } from '#renderer/ui/refusal.tsx'

interface StampStepsProps {
  readonly reportId: ReportId
  readonly fileName: string
  readonly hasRequest: boolean
}

/** A time-stamp in two steps, with a walk to a computer that has a network in between. */
export function StampSteps({ reportId, fileName, hasRequest }: StampStepsProps) {
  const { t } = useTranslation('signatures')
  const chooseCopy = useCommand('signers.chooseCopy')
  const saveRequest = useCommand('reports.saveStampRequest', ['reports.versions'])
  const chooseFile = useCommand('signers.chooseFile')
  const addStamp = useCommand('reports.addStamp', ['reports.versions', 'verify.report'])
  const [savedAs, setSavedAs] = useState<string | null>(null)
  const fault = chooseCopy.fault ?? saveRequest.fault ?? chooseFile.fault ?? addStamp.fault

  const save = async () => {
    setSavedAs(null)
    addStamp.forget()
    const chosen = await chooseCopy.run({ kind: 'stamp-request', fileName: fileName.replace(/\.pdf$/i, '.tsq') })
    if (!chosen.ok || chosen.value.handle === null) return
    if ((await saveRequest.run({ reportId, handle: chosen.value.handle })).ok) setSavedAs(chosen.value.label)
  }
  const takeIn = async () => {
    setSavedAs(null)
    const chosen = await chooseFile.run({ kind: 'stamp-response' })
    if (chosen.ok && chosen.value.handle !== null) await addStamp.run({ reportId, handle: chosen.value.handle })
  }
  return (
    <>
      <p>{t('stampText')}</p>
      <div className="form-actions">
        <Button changes isBusy={chooseCopy.isRunning || saveRequest.isRunning} onClick={() => void save()}>
          {t('saveRequest')}
        </Button>
        <Button changes isBusy={chooseFile.isRunning || addStamp.isRunning} disabled={!hasRequest} onClick={() => void takeIn()}>
          {t('addStamp')}
        </Button>
      </div>
      <div role="status">
        {savedAs === null ? null : (
          <Notice tone="good" title={t('requestSaved', { label: savedAs })}>
            {t('requestSavedText')}
          </Notice>
        )}
      </div>
      {fault === null ? null : <Refusal words={wordsFor(fault)} />}
    </>
  )
}
