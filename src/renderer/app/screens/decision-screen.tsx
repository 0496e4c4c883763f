import { useState, useSyncExternalStore } from 'react'
import type { AssessmentDetail } from '#shared/contract/assessments.ts'
import type { Decision } from '#shared/domain/decision.ts'
import type { AssessmentId, QuestionId, ReportId } from '#shared/domain/ids.ts'
import { BlockerList } from '#renderer/features/assessments/blocker-list.tsx'
import { DecisionForm } from '#renderer/features/assessments/decision-form.tsx'
import { outcomeWords } from '#renderer/features/assessments/outcome-words.ts'
import type { AssessmentSession } from '#renderer/features/assessments/session/assessment-session.ts'
import { signObstacle } from '#renderer/features/assessments/sign-obstacle.ts'
import { useAssessment } from '#renderer/features/assessments/use-assessment.ts'
import { VerdictSummary } from '#renderer/features/assessments/verdict-summary.tsx'
import { SignPanel } from '#renderer/features/reports/sign-panel.tsx'
import { SignedReport } from '#renderer/features/reports/signed-report.tsx'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { PageHead } from '#renderer/ui/page-head.tsx'
import { Waiting } from '#renderer/ui/waiting.tsx'
import { useNavigation } from '../use-route.ts'
import { AssessmentFailed } from './assessment-screen.tsx'

export function DecisionScreen({ id }: { readonly id: AssessmentId }) {
  const open = useAssessment(id)
  const [signed, setSigned] = useState<ReportId | null>(null)
  if (open.state === 'loading') return <Waiting what="Reading the assessment…" />
  if (open.state === 'failed') return <AssessmentFailed words={wordsFor(open.fault)} />
  const reportId = signed ?? open.detail.reportId
  return reportId === null ? (
    <Deciding detail={open.detail} session={open.session} onSigned={setSigned} />
  ) : (
    <Signed detail={open.detail} reportId={reportId} isNew={signed !== null} />
  )
}

interface DecidingProps {
  readonly detail: AssessmentDetail
  readonly session: AssessmentSession
  readonly onSigned: (reportId: ReportId) => void
}

function Deciding({ detail, session, onSigned }: DecidingProps) {
  const { go } = useNavigation()
  const { assessment, thirdParty, pack } = detail
  const result = useSyncExternalStore(session.subscribe, session.result)
  const status = useSyncExternalStore(session.subscribe, session.status)
  const [decision, setDecision] = useState<Decision | null>(detail.decision)
  const [isDirty, setIsDirty] = useState(false)
  const toQuestion = (questionId: QuestionId) => go({ screen: 'assessment', id: assessment.id, questionId })
  return (
    <div className="page">
      <PageHead
        title={`Decide on ${thirdParty.legalName}`}
        lead="The result advises; a person decides. It is an ordinal judgement aid, not a probability and not a legal opinion."
        actions={
          <Button isSmall onClick={() => go({ screen: 'assessment', id: assessment.id })}>
            <Icon name="back" /> Back to the questions
          </Button>
        }
      />
      <VerdictSummary result={result} pack={pack} />
      <div className="columns">
        <section className="part" aria-labelledby="decision-title">
          <h2 id="decision-title">1. Decide</h2>
          <DecisionForm
            assessmentId={assessment.id}
            decision={decision}
            onDirty={() => setIsDirty(true)}
            onSaved={(saved) => {
              setDecision(saved)
              setIsDirty(false)
            }}
          />
        </section>
        <section className="part" aria-labelledby="sign-title">
          <h2 id="sign-title">2. Sign</h2>
          <BlockerList result={result} pack={pack} onGo={toQuestion} />
          <SignPanel
            assessmentId={assessment.id}
            obstacle={signObstacle({
              result,
              unsavedCount: status.unsaved.length,
              outcome: decision?.outcome ?? null,
              isDecisionChanged: isDirty,
            })}
            onSigned={(report) => onSigned(report.id)}
          />
        </section>
      </div>
    </div>
  )
}

function Signed({ detail, reportId, isNew }: { readonly detail: AssessmentDetail; readonly reportId: ReportId; readonly isNew: boolean }) {
  const { go } = useNavigation()
  const { decision } = detail
  return (
    <div className="page page-narrow">
      <PageHead
        title={`Report on ${detail.thirdParty.legalName}`}
        lead={decision === null ? undefined : `Decision: ${outcomeWords[decision.outcome].title}, by ${decision.decidedBy}`}
        actions={
          <Button isSmall onClick={() => go({ screen: 'assessment', id: detail.assessment.id })}>
            See the answers
          </Button>
        }
      />
      {isNew ? (
        <Notice tone="good" title="Signed and frozen" isUrgent>
          <p>The signed report is kept in the vault. Save a copy to pass it on.</p>
        </Notice>
      ) : null}
      <SignedReport reportId={reportId} />
    </div>
  )
}
