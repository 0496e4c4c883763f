import { useTranslation } from 'react-i18next'
import type { ReportId } from '#shared/domain/ids.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { useExport } from '../use-export.ts'

/** Saves the data of a report on the vault as a whole. */
export function ReportData({ reportId, fileName }: { readonly reportId: ReportId; readonly fileName: string }) {
  const { t } = useTranslation('reports')
  const { run, savedAs, isRunning, fault } = useExport(reportId, fileName)
  return (
    <section className="formats" aria-labelledby="data-title">
      <h3 id="data-title">{t('detail.dataTitle')}</h3>
      <p className="field-hint">{t('detail.data')}</p>
      <div className="form-actions">
        <Button isBusy={isRunning} onClick={() => void run('json')}>
          {t('detail.saveData')}
        </Button>
      </div>
      <div role="status">{savedAs === null ? null : <Notice tone="good" title={t('detail.saved', { label: savedAs })} />}</div>
      {fault === null ? null : <Refusal words={wordsFor(fault)} />}
    </section>
  )
}
