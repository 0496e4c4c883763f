import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReportId } from '#shared/domain/ids.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { RedactedCopy } from './redacted-copy.tsx'
import { useExport } from './use-export.ts'

const formats = ['docx', 'xlsx', 'csv', 'json', 'oscal-results', 'oscal-plan'] as const

/** The signed assessment for editing, planning and other programs, and the copy that the third party may see. */
export function OtherFormats({ reportId, fileName }: { readonly reportId: ReportId; readonly fileName: string }) {
  const { t } = useTranslation('exports')
  const { run, savedAs, isRunning, fault } = useExport(reportId, fileName)
  const [isLooking, setIsLooking] = useState(false)
  return (
    <section className="formats" aria-labelledby="formats-title">
      <h3 id="formats-title">{t('title')}</h3>
      <p className="field-hint">{t('lead')}</p>
      <ul className="format-list">
        {formats.map((format) => (
          <li key={format}>
            <span>
              <strong>{t(`formats.${format}.name`)}</strong>
              <span className="field-hint">{t(`formats.${format}.what`)}</span>
            </span>
            <Button
              isSmall
              isBusy={isRunning}
              aria-label={t('saveAs', { name: t(`formats.${format}.name`) })}
              onClick={() => void run(format)}
            >
              {t('save')}
            </Button>
          </li>
        ))}
        <li>
          <span>
            <strong>{t('redacted.title')}</strong>
            <span className="field-hint">{t('redacted.what')}</span>
          </span>
          <Button isSmall onClick={() => setIsLooking(true)}>
            {t('redacted.look')}
          </Button>
        </li>
      </ul>
      <div role="status">{savedAs === null ? null : <Notice tone="good" title={t('saved', { label: savedAs })} />}</div>
      {fault === null ? null : <Refusal words={wordsFor(fault)} />}
      {isLooking ? <RedactedCopy reportId={reportId} fileName={fileName} onClose={() => setIsLooking(false)} /> : null}
    </section>
  )
}
