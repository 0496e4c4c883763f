import { useTranslation } from 'react-i18next'
import type { ReportId } from '#shared/domain/ids.ts'
import type { Verdict } from '#shared/contract/verdict.ts'
import { useQuery } from '#renderer/bridge/use-query.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { sizeText } from '#renderer/ui/size-text.ts'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { Waiting } from '#renderer/ui/waiting.tsx'
import { momentText } from './moment-text.ts'
import { OtherFormats } from './other-formats.tsx'
import { ReportForms } from './report-forms.tsx'
import { SaveCopy } from './save-copy.tsx'
import { VerdictView } from './verdict-view.tsx'

/** A report in the vault: what it is, a copy of it, and what the check says about it now. */
export function SignedReport({ reportId }: { readonly reportId: ReportId }) {
  const { t } = useTranslation('reports')
  const found = useQuery('reports.read', { reportId })
  const verified = useQuery('verify.report', { reportId })
  if (found.state === 'failed') return <Refusal words={wordsFor(found.fault)} />
  const report = found.state === 'ready' ? found.value.report : undefined
  return (
    <div className="signed-report">
      <h2 className="visually-hidden">{t('detail.heading')}</h2>
      {report === undefined ? (
        <Waiting what={t('signed.reading')} />
      ) : (
        <>
          <dl className="facts">
            <div>
              <dt>{t('signed.file')}</dt>
              <dd>{t('signed.fileText', { name: report.fileName, size: sizeText(report.sizeBytes) })}</dd>
            </div>
            <div>
              <dt>{t('signed.signed')}</dt>
              <dd>{t('signed.signedText', { moment: momentText(report.signedAt), name: report.signerName })}</dd>
            </div>
            <div>
              <dt>{t('signed.hash')}</dt>
              <dd className="code">{report.sha256}</dd>
            </div>
          </dl>
          <SaveCopy reportId={report.id} fileName={report.fileName} />
          {report.kind === 'assessment' ? <OtherFormats reportId={report.id} fileName={report.fileName} /> : null}
        </>
      )}
      <Checked state={verified.state} verdict={verified.state === 'ready' ? verified.value.verdict : null} />
      {verified.state === 'failed' ? <Refusal words={wordsFor(verified.fault)} /> : null}
      {report === undefined ? null : <ReportForms reportId={report.id} fileName={report.fileName} />}
    </div>
  )
}

function Checked({ state, verdict }: { readonly state: 'loading' | 'ready' | 'failed'; readonly verdict: Verdict | null }) {
  const { t } = useTranslation('reports')
  if (verdict === null) return state === 'loading' ? <Waiting what={t('signed.checking')} /> : null
  return <VerdictView verdict={verdict} />
}
