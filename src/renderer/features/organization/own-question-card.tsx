import { useTranslation } from 'react-i18next'
import type { OwnQuestion } from '#shared/contract/organization-profile.ts'
import { type OrganizationAnswer, staleAfterMonths } from '#shared/domain/organization-answer.ts'
import type { Question } from '#shared/domain/question.ts'
import { useCommand } from '#renderer/bridge/use-command.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Changing } from '#renderer/ui/changes.tsx'
import { dayText } from '#renderer/ui/numbers.ts'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { OwnAnswerControl } from './own-answer-control.tsx'
import { OwnDetails } from './own-details.tsx'
import { refreshedByAnswers } from './refreshed.ts'
import { useOwnAnswer } from './use-own-answer.ts'

interface OwnQuestionCardProps {
  readonly own: OwnQuestion
  readonly answer: OrganizationAnswer | null
  readonly isStale: boolean
}

/** One question about the organization, answered at once by a choice, with the day it was answered. */
export function OwnQuestionCard({ own: { question, dependsOnParty }, answer: read, isStale }: OwnQuestionCardProps) {
  const { t } = useTranslation('organization')
  const onScreen = useOwnAnswer(question.id, read)
  const { answer, putBack } = onScreen
  const confirm = useCommand('organization.confirm', refreshedByAnswers)
  const fault = onScreen.fault ?? confirm.fault
  const titleId = `own-${question.id}`
  return (
    <article className="own-question" aria-labelledby={titleId}>
      <h3 id={titleId} className="own-question-text">
        <span className="code">{question.id}</span> {question.text}
      </h3>
      {dependsOnParty ? <p className="field-hint">{t('dependsOnParty')}</p> : null}
      <Changing>
        <OwnAnswerControl question={question} value={onScreen.value} onChange={onScreen.choose} />
      </Changing>
      <div className="own-question-foot">
        <p role="status" className={isStale ? 'own-question-stale' : 'form-saved'}>
          {answer !== null ? t('answeredOn', { day: dayText(answer.answeredOn) }) : putBack === null ? t('notAnswered') : t('takenBack')}
          {isStale && answer !== null ? ` ${t('isStale', { months: staleAfterMonths })}` : ''}
        </p>
        {answer !== null && isStale ? (
          <Button changes isSmall isBusy={confirm.isRunning} onClick={() => void confirm.run({ questionIds: [question.id] })}>
            {t('stillTrue')}
          </Button>
        ) : null}
        {answer === null && putBack === null ? null : (
          // One button, so that the keyboard is still at it after either.
          <Button
            changes
            look="quiet"
            isSmall
            isBusy={onScreen.isTakingBack || (putBack !== null && onScreen.isSaving)}
            aria-describedby={titleId}
            onClick={putBack ?? onScreen.takeBack}
          >
            {putBack === null ? t('takeBack') : t('putBack')}
          </Button>
        )}
      </div>
      {fault === null ? null : <Refusal words={wordsFor(fault)} />}
      {answer === null ? null : <OwnDetails isOpen={answer.note !== ''} onScreen={onScreen} />}
      <QuestionHelp question={question} />
    </article>
  )
}

function QuestionHelp({ question }: { readonly question: Question }) {
  const { t } = useTranslation('organization')
  const { why, good, firstStep } = question.help
  return (
    <details className="own-help">
      <summary>{t('help')}</summary>
      <dl className="facts">
        <div>
          <dt>{t('why')}</dt>
          <dd>{why}</dd>
        </div>
        <div>
          <dt>{t('good')}</dt>
          <dd>{good}</dd>
        </div>
        <div>
          <dt>{t('firstStep')}</dt>
          <dd>{firstStep}</dd>
        </div>
      </dl>
    </details>
  )
}
