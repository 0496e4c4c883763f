import { useTranslation } from 'react-i18next'
import type { ReportId } from '#shared/domain/ids.ts'
import { useQuery } from '#renderer/bridge/use-query.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { Waiting } from '#renderer/ui/waiting.tsx'
import { useExport } from './use-export.ts'

interface RedactedCopyProps {
  readonly reportId: ReportId
  readonly fileName: string
  readonly onClose: () => void
}

/** What the third party's copy leaves out and what still shows, looked through before it is saved. */
export function RedactedCopy({ reportId, fileName, onClose }: RedactedCopyProps) {
  const { t } = useTranslation('exports')
  const looked = useQuery('exports.redaction', { reportId })
  const { run, savedAs, isRunning, fault } = useExport(reportId, `${fileName.replace(/\.pdf$/i, '')} – ${t('redacted.title')}`)
  const isReady = looked.state === 'ready'
  const actions = (
    <>
      <Button look="primary" isBusy={isRunning} disabled={!isReady} onClick={() => void run('redacted-pdf')}>
        {t('redacted.savePdf')}
      </Button>
      <Button isBusy={isRunning} disabled={!isReady} onClick={() => void run('redacted-json')}>
        {t('redacted.saveJson')}
      </Button>
      <Button onClick={onClose}>{t('redacted.close')}</Button>
    </>
  )
  return (
    <Dialog isOpen title={t('redacted.dialogTitle')} onClose={onClose} actions={actions}>
      {looked.state === 'loading' ? <Waiting what={t('reading')} /> : null}
      {looked.state === 'failed' ? <Refusal words={wordsFor(looked.fault)} /> : null}
      {looked.state === 'ready' ? <Looked leftOut={looked.value.leftOut} traces={looked.value.traces} /> : null}
      <div role="status">{savedAs === null ? null : <Notice tone="good" title={t('saved', { label: savedAs })} />}</div>
      {fault === null ? null : <Refusal words={wordsFor(fault)} />}
    </Dialog>
  )
}

interface LookedProps {
  readonly leftOut: readonly string[]
  readonly traces: readonly { readonly from: string; readonly at: string }[]
}

function Looked({ leftOut, traces }: LookedProps) {
  const { t } = useTranslation('exports')
  return (
    <div className="form">
      <p>{t('redacted.leftOut')}</p>
      <ul className="advice">
        {leftOut.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      {traces.length === 0 ? (
        <Notice tone="good" title={t('redacted.tracesNone')} />
      ) : (
        <Notice tone="warning" title={t('redacted.traces', { count: traces.length })}>
          <ul className="plain-list">
            {traces.map(({ from, at }) => (
              <li key={`${from} ${at}`}>{t('redacted.trace', { from, at })}</li>
            ))}
          </ul>
        </Notice>
      )}
    </div>
  )
}
