import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Versions } from '#shared/contract/signatures.ts'
import type { ReportId } from '#shared/domain/ids.ts'
import { useCommand } from '#renderer/bridge/use-command.ts'
import { useQuery } from '#renderer/bridge/use-query.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { Waiting } from '#renderer/ui/waiting.tsx'
import { CountersignDialog } from './countersign-dialog.tsx'
import { FormTable } from './form-table.tsx'
import { StampSteps } from './stamp-steps.tsx'

interface ReportFormsProps {
  readonly reportId: ReportId
  readonly fileName: string
}

const changed = ['reports.versions', 'verify.report'] as const

/** What came after the first signature of a report, and what still can: further signatures and a time-stamp. */
export function ReportForms({ reportId, fileName }: ReportFormsProps) {
  const { t } = useTranslation('signatures')
  const query = useQuery('reports.versions', { reportId })
  if (query.state === 'loading') return <Waiting what={t('reading')} />
  if (query.state === 'failed') return <Refusal words={wordsFor(query.fault)} />
  const { versions, canStamp, hasRequest, openFields } = query.value
  return (
    <section className="form" aria-label={t('title')}>
      <h3>{t('title')}</h3>
      {versions.length < 2 ? null : <FormTable versions={versions} />}
      {openFields === 0 ? null : <FurtherSigning reportId={reportId} openFields={openFields} />}
      {canStamp ? <StampSteps reportId={reportId} fileName={fileName} hasRequest={hasRequest} /> : null}
    </section>
  )
}

type FurtherSigningProps = { readonly reportId: ReportId } & Pick<Versions, 'openFields'>

function FurtherSigning({ reportId, openFields }: FurtherSigningProps) {
  const { t } = useTranslation('signatures')
  const choose = useCommand('verify.choose')
  const add = useCommand('reports.addSignedForm', changed)
  const sign = useCommand('reports.countersign', changed)
  const [isSigning, setIsSigning] = useState(false)
  const [isAdded, setIsAdded] = useState(false)
  const fault = choose.fault ?? add.fault
  const takeIn = async () => {
    setIsAdded(false)
    const chosen = await choose.run({})
    if (!chosen.ok || chosen.value.handle === null) return
    setIsAdded((await add.run({ reportId, handle: chosen.value.handle })).ok)
  }
  return (
    <>
      <p>{t('openFields', { count: openFields })}</p>
      <div className="form-actions">
        <Button changes onClick={() => setIsSigning(true)}>
          {t('sign')}
        </Button>
        <Button changes isBusy={choose.isRunning || add.isRunning} onClick={() => void takeIn()}>
          {t('addForm')}
        </Button>
      </div>
      <div role="status">{isAdded ? <Notice tone="good" title={t('added')} /> : null}</div>
      {fault === null ? null : <Refusal words={wordsFor(fault)} />}
      <CountersignDialog
        isOpen={isSigning}
        isRunning={sign.isRunning}
        fault={sign.fault}
        onClose={() => setIsSigning(false)}
        onSign={async (wish) => {
          if (!(await sign.run({ reportId, ...wish })).ok) return
          setIsSigning(false)
          setIsAdded(true)
        }}
      />
    </>
  )
}
