import { useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import type { AssessmentDetail } from '#shared/contract/assessments.ts'
import type { DecisionCase } from '#shared/contract/reviews.ts'
import type { Decision } from '#shared/domain/decision.ts'
import type { AssessmentId, QuestionId, ReportId } from '#shared/domain/ids.ts'
import { AsOfNotice } from '#renderer/features/assessments/as-of-notice.tsx'
import { BlockerList } from '#renderer/features/assessments/blocker-list.tsx'
import { DecisionForm } from '#renderer/features/assessments/decision-form.tsx'
import type { AssessmentSession } from '#renderer/features/assessments/session/assessment-session.ts'
import { signObstacles } from '#renderer/features/assessments/sign-obstacle.ts'
import { useAssessment } from '#renderer/features/assessments/use-assessment.ts'
import { VerdictSummary } from '#renderer/features/assessments/verdict-summary.tsx'
import { PlanPart } from '#renderer/features/findings/plan-part.tsx'
import { SignPanel } from '#renderer/features/reports/sign-panel.tsx'
import { BeforeSigning } from '#renderer/features/reviews/before-signing.tsx'
import { ReviewPart } from '#renderer/features/reviews/review-part.tsx'
import { SupersessionNotices } from '#renderer/features/reviews/supersession-notices.tsx'
import { useQuery } from '#renderer/bridge/use-query.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { PageHead } from '#renderer/ui/page-head.tsx'
import { FormPlace, useGivingWay, useIsUnsaved } from '#renderer/ui/unsaved-forms.ts'
import { Waiting } from '#renderer/ui/waiting.tsx'
import { useNavigation } from '../use-route.ts'
import { AssessmentFailed } from './assessment-screen.tsx'
import { SignedScreen } from './signed-screen.tsx'

export function DecisionScreen({ id }: { readonly id: AssessmentId }) {
  const { t } = useTranslation('deciding')
  const open = useAssessment(id)
  const beside = useQuery('decision.readCase', { assessmentId: id })
  const [signed, setSigned] = useState<ReportId | null>(null)
  if (open.state === 'failed') return <AssessmentFailed words={wordsFor(open.fault)} />
  if (beside.state === 'failed') return <AssessmentFailed words={wordsFor(beside.fault)} />
  if (open.state === 'loading' || beside.state === 'loading') return <Waiting what={t('reading')} />
  const reportId = signed ?? open.detail.reportId
  return reportId === null ? (
    <Deciding detail={open.detail} known={beside.value} session={open.session} onSigned={setSigned} />
  ) : (
    <SignedScreen detail={open.detail} known={beside.value} reportId={reportId} isNew={signed !== null} />
  )
}

interface DecidingProps {
  readonly detail: AssessmentDetail
  readonly known: DecisionCase
  readonly session: AssessmentSession
  readonly onSigned: (reportId: ReportId) => void
}

function Deciding({ detail, known, session, onSigned }: DecidingProps) {
  const { t } = useTranslation('deciding')
  const { go } = useNavigation()
  const { assessment, thirdParty, pack } = detail
  const [decision, setDecision] = useState<Decision | null>(detail.decision)
  const deciding = useGivingWay()
  const reviewing = useGivingWay()
  const isDecisionChanged = useIsUnsaved(deciding.place)
  const isReviewUnsaved = useIsUnsaved(reviewing.place)
  const result = useSyncExternalStore(session.subscribe, session.result)
  return (
    <div className="page">
      <PageHead
        title={t('title', { party: thirdParty.legalName })}
        lead={t('lead')}
        actions={
          <Button isSmall onClick={() => go({ screen: 'assessment', id: assessment.id })}>
            <Icon name="back" /> {t('back')}
          </Button>
        }
      />
      <SupersessionNotices known={known} onOpen={(id) => go({ screen: 'decision', id })} />
      <AsOfNotice assessment={assessment} today={known.today} session={session} />
      <VerdictSummary result={result} pack={pack} />
      <div className="columns deciding">
        <section className="part" aria-labelledby="decision-title">
          <h2 id="decision-title">{t('steps.decide')}</h2>
          <FormPlace value={deciding.place}>
            <DecisionForm assessmentId={assessment.id} decision={decision} onSaved={setDecision} />
          </FormPlace>
        </section>
        <section className="part deciding-plan" aria-labelledby="plan-title">
          <h2 id="plan-title">{t('steps.plan')}</h2>
          <PlanPart assessment={assessment} pack={pack} known={known} isSigned={false} />
        </section>
        <section className="part" aria-labelledby="review-title">
          <h2 id="review-title">{t('steps.review')}</h2>
          <FormPlace value={reviewing.place}>
            <ReviewPart assessmentId={assessment.id} reviews={known.reviews} decidedBy={decision?.decidedBy ?? ''} />
          </FormPlace>
        </section>
        <SignPart {...{ detail, known, session, decision, isDecisionChanged, isReviewUnsaved, onSigned }} />
      </div>
    </div>
  )
}

interface SignPartProps extends DecidingProps {
  readonly decision: Decision | null
  readonly isDecisionChanged: boolean
  readonly isReviewUnsaved: boolean
}

function SignPart({ detail, known, session, decision, isDecisionChanged, isReviewUnsaved, onSigned }: SignPartProps) {
  const { t } = useTranslation('deciding')
  const { go } = useNavigation()
  const { assessment, pack } = detail
  const result = useSyncExternalStore(session.subscribe, session.result)
  const status = useSyncExternalStore(session.subscribe, session.status)
  const obstacles = signObstacles({
    result,
    unsavedCount: status.unsaved.length,
    outcome: decision?.outcome ?? null,
    isDecisionChanged,
    isReviewUnsaved,
  })
  return (
    <section className="part" aria-labelledby="sign-title">
      <h2 id="sign-title">{t('steps.sign')}</h2>
      <BeforeSigning known={known} decidedBy={decision?.decidedBy ?? ''} obstacles={obstacles}>
        <BlockerList
          result={result}
          pack={pack}
          onGo={(questionId: QuestionId) => go({ screen: 'assessment', id: assessment.id, questionId })}
        />
      </BeforeSigning>
      <SignPanel assessmentId={assessment.id} obstacle={obstacles[0] ?? null} onSigned={(report) => onSigned(report.id)} />
    </section>
  )
}
