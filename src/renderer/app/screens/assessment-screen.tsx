import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { AssessmentDetail } from '#shared/contract/assessments.ts'
import type { AssessmentId, QuestionId } from '#shared/domain/ids.ts'
import { kindWords } from '#renderer/features/assessments/answer-words.ts'
import { AssessmentStatus } from '#renderer/features/assessments/assessment-status.tsx'
import { KeysHint } from '#renderer/features/assessments/keys-hint.tsx'
import { Questionnaire } from '#renderer/features/assessments/questionnaire.tsx'
import { RailJump } from '#renderer/features/assessments/rail/rail-jump.tsx'
import { UndoButtons } from '#renderer/features/assessments/undo-buttons.tsx'
import { SessionContext } from '#renderer/features/assessments/session/use-session.ts'
import { useAssessment } from '#renderer/features/assessments/use-assessment.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { useWhyBarred } from '#renderer/ui/changes.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { dayText } from '#renderer/ui/numbers.ts'
import { PageHead } from '#renderer/ui/page-head.tsx'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { Waiting } from '#renderer/ui/waiting.tsx'
import { RailPlan } from '../rail-plan.tsx'
import { useNavigation } from '../use-route.ts'

export function AssessmentScreen({ id, questionId }: { readonly id: AssessmentId; readonly questionId: QuestionId | undefined }) {
  const { t } = useTranslation('assessments')
  const { go, remember } = useNavigation()
  const onPlace = useCallback((at: QuestionId) => remember({ screen: 'assessment', id, questionId: at }), [remember, id])
  const open = useAssessment(id)
  const whyNoChanges = useWhyBarred()
  if (open.state === 'loading') return <Waiting what={t('reading')} />
  if (open.state === 'failed') return <AssessmentFailed words={wordsFor(open.fault)} />
  const { detail, session } = open
  const isSigned = detail.assessment.status === 'signed'
  return (
    <SessionContext.Provider value={session}>
      <RailPlan assessmentId={id}>
        <div className="assessment">
          <Questionnaire
            detail={detail}
            startAt={questionId}
            isReadOnly={isSigned || whyNoChanges !== null}
            onPlace={onPlace}
            onFinish={() => go({ screen: 'decision', id })}
            onScreening={() => go({ screen: 'screening', thirdPartyId: detail.thirdParty.id })}
            renderHead={(goTo, showKeys) => (
              <AssessmentHead
                detail={detail}
                isSigned={isSigned}
                onGo={goTo}
                onKeys={showKeys}
                onDecide={() => go({ screen: 'decision', id })}
                onCompare={() => go({ screen: 'compare', id })}
              />
            )}
          />
        </div>
      </RailPlan>
    </SessionContext.Provider>
  )
}

interface AssessmentHeadProps {
  readonly detail: AssessmentDetail
  readonly isSigned: boolean
  readonly onGo: (questionId: QuestionId) => void
  readonly onKeys: () => void
  readonly onDecide: () => void
  readonly onCompare: () => void
}

function AssessmentHead({ detail, isSigned, onGo, onKeys, onDecide, onCompare }: AssessmentHeadProps) {
  const { t } = useTranslation('assessments')
  const { assessment, thirdParty, pack } = detail
  return (
    <div className="assessment-head">
      <PageHead
        title={thirdParty.legalName}
        lead={t('head.lead', { kind: kindWords(assessment), pack: `${pack.title} ${pack.version}`, day: dayText(assessment.asOf) })}
        actions={
          <>
            <RailJump />
            {isSigned ? (
              <span className="status status-signed">
                <Icon name="lock" size={14} /> {t('head.signed')}
              </span>
            ) : (
              <>
                <KeysHint onKeys={onKeys} />
                <UndoButtons />
                <AssessmentStatus onGo={onGo} />
              </>
            )}
            <Button isSmall onClick={onCompare}>
              {t('head.compare')}
            </Button>
            <Button isSmall onClick={onDecide}>
              {isSigned ? t('head.report') : t('head.decide')}
            </Button>
          </>
        }
      />
    </div>
  )
}

export function AssessmentFailed({ words }: { readonly words: { readonly what: string; readonly next: string } }) {
  const { t } = useTranslation('assessments')
  const { go } = useNavigation()
  return (
    <div className="page page-narrow">
      <PageHead title={t('failed')} />
      <Refusal words={words} actions={<Button onClick={() => go({ screen: 'home' })}>{t('home')}</Button>} />
    </div>
  )
}
