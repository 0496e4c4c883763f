import { useTranslation } from 'react-i18next'
import type { AssessmentDetail } from '#shared/contract/assessments.ts'
import type { DecisionCase } from '#shared/contract/reviews.ts'
import type { ReportId } from '#shared/domain/ids.ts'
import { outcomeWords } from '#renderer/features/assessments/outcome-words.ts'
import { PlanPart } from '#renderer/features/findings/plan-part.tsx'
import { SignedReport } from '#renderer/features/reports/signed-report.tsx'
import { ReviewList } from '#renderer/features/reviews/review-part.tsx'
import { SupersedeForm } from '#renderer/features/reviews/supersede-form.tsx'
import { SupersessionNotices } from '#renderer/features/reviews/supersession-notices.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { dayText } from '#renderer/ui/numbers.ts'
import { PageHead } from '#renderer/ui/page-head.tsx'
import { useNavigation } from '../use-route.ts'

interface SignedScreenProps {
  readonly detail: AssessmentDetail
  readonly known: DecisionCase
  readonly reportId: ReportId
  /** True right after signing. */
  readonly isNew: boolean
}

/** A signed assessment: its report, the plan that goes on, and the way to the assessment after it. */
export function SignedScreen({ detail, known, reportId, isNew }: SignedScreenProps) {
  const { t } = useTranslation('deciding')
  const { go } = useNavigation()
  const { decision, assessment, thirdParty, pack, result } = detail
  return (
    <div className="page">
      <PageHead
        title={t('signed.title', { party: thirdParty.legalName })}
        lead={
          decision === null ? undefined : t('signed.lead', { decision: outcomeWords[decision.outcome].title, name: decision.decidedBy })
        }
        actions={
          <Button isSmall onClick={() => go({ screen: 'assessment', id: assessment.id })}>
            {t('signed.answers')}
          </Button>
        }
      />
      {isNew ? (
        <Notice tone="good" title={t('signed.frozen')} isUrgent>
          <p>{t('signed.frozenText')}</p>
          <ul className="advice" aria-label={t('signed.next')}>
            <li>{t('signed.nextCopy')}</li>
            <li>{t('signed.nextPlan')}</li>
            <li>{t('signed.nextLook', { day: dayText(result.nextReassessment.on) })}</li>
          </ul>
        </Notice>
      ) : null}
      <SupersessionNotices known={known} onOpen={(id) => go({ screen: 'decision', id })} />
      <div className="columns">
        <div>
          <SignedReport reportId={reportId} />
          {known.supersededBy === null ? (
            <section className="part" aria-labelledby="again-title">
              <h2 id="again-title">{t('supersede.title')}</h2>
              <SupersedeForm assessment={assessment} onStarted={({ id }) => go({ screen: 'assessment', id })} />
            </section>
          ) : null}
        </div>
        <div>
          <section className="part" aria-labelledby="plan-title">
            <h2 id="plan-title">{t('signed.plan')}</h2>
            <PlanPart assessment={assessment} pack={pack} known={known} isSigned />
          </section>
          <section className="part" aria-labelledby="reviews-title">
            <h2 id="reviews-title">{t('signed.reviews')}</h2>
            <ReviewList reviews={known.reviews} />
          </section>
        </div>
      </div>
    </div>
  )
}
