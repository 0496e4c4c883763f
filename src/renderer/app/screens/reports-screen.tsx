import { useTranslation } from 'react-i18next'
import type { ReportId } from '#shared/domain/ids.ts'
import { SignedReport } from '#renderer/features/reports/signed-report.tsx'
import { NewOverview } from '#renderer/features/reports/store/new-overview.tsx'
import { ReportData } from '#renderer/features/reports/store/report-data.tsx'
import { ReportList } from '#renderer/features/reports/store/report-list.tsx'
import { useQuery } from '#renderer/bridge/use-query.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { dayText } from '#renderer/ui/numbers.ts'
import { PageHead } from '#renderer/ui/page-head.tsx'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { Waiting } from '#renderer/ui/waiting.tsx'
import { useNavigation } from '../use-route.ts'

interface ReportsScreenProps {
  /** The report that is open; all of them when none is. */
  readonly id?: ReportId | undefined
  /** True right after signing. */
  readonly isNew?: boolean | undefined
}

/** Every signed report, or one of them. */
export function ReportsScreen({ id, isNew = false }: ReportsScreenProps) {
  const { t } = useTranslation('reports')
  const { go } = useNavigation()
  if (id !== undefined) return <OneReport id={id} isNew={isNew} />
  return (
    <div className="page">
      <PageHead
        title={t('title')}
        lead={t('lead')}
        actions={<NewOverview onSigned={(signed) => go({ screen: 'reports', id: signed, isNew: true })} />}
      />
      <ReportList onOpen={(chosen) => go({ screen: 'reports', id: chosen })} />
    </div>
  )
}

function OneReport({ id, isNew }: { readonly id: ReportId; readonly isNew: boolean }) {
  const { t } = useTranslation('reports')
  const { go } = useNavigation()
  const query = useQuery('reports.read', { reportId: id })
  if (query.state === 'loading') return <Waiting what={t('reading')} />
  if (query.state === 'failed')
    return (
      <div className="page">
        <PageHead title={t('title')} />
        <Refusal words={wordsFor(query.fault)} actions={<Button onClick={() => go({ screen: 'reports' })}>{t('detail.back')}</Button>} />
      </div>
    )
  const { kind, subject, signedAt, signerName, auditSequence, assessmentId, fileName } = query.value.report
  return (
    <div className="page page-narrow">
      <PageHead
        title={t('detail.title', { kind: t(`kinds.${kind}`), subject })}
        lead={t('detail.lead', { day: dayText(signedAt), name: signerName, entry: auditSequence })}
        actions={
          <>
            <Button isSmall onClick={() => go({ screen: 'reports' })}>
              <Icon name="back" /> {t('detail.back')}
            </Button>
            {assessmentId === null ? null : (
              <Button isSmall onClick={() => go({ screen: 'decision', id: assessmentId })}>
                {t('detail.assessment')}
              </Button>
            )}
          </>
        }
      />
      {isNew ? (
        <Notice tone="good" title={t('detail.made')} isUrgent>
          <p>{t('detail.madeText')}</p>
        </Notice>
      ) : null}
      <SignedReport reportId={id} />
      {kind === 'assessment' ? null : <ReportData reportId={id} fileName={fileName} />}
    </div>
  )
}
