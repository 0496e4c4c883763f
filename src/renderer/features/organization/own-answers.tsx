import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { staleAfterMonths } from '#shared/domain/organization-answer.ts'
import { useCommand } from '#renderer/bridge/use-command.ts'
import { useQuery } from '#renderer/bridge/use-query.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { dayText } from '#renderer/ui/numbers.ts'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { Waiting } from '#renderer/ui/waiting.tsx'
import { calendarDayOf } from '#shared/domain/calendar-day.ts'
import { OwnQuestionCard } from './own-question-card.tsx'
import { type OwnSection, ownSections } from './own-progress.ts'
import { refreshedByAnswers } from './refreshed.ts'

/** The questions about the organization itself, by domain; one opens at a time as a person wishes. */
export function OwnAnswers() {
  const { t } = useTranslation('organization')
  const query = useQuery('organization.questions', {})
  const [today] = useState(() => calendarDayOf(new Date()))
  if (query.state === 'loading') return <Waiting what={t('reading')} />
  if (query.state === 'failed')
    return <Refusal words={wordsFor(query.fault)} actions={<Button onClick={query.reload}>{t('tryAgain')}</Button>} />
  return (
    <div className="own-sections">
      {ownSections(query.value, today).map((section) => (
        <Section key={section.domain.id} section={section} />
      ))}
    </div>
  )
}

function Section({ section }: { readonly section: OwnSection }) {
  const { t } = useTranslation('organization')
  const [isOpen, setIsOpen] = useState(false)
  const { domain, questions, answers, stale, oldestOn } = section
  return (
    <details className="own-section" open={isOpen} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>
        <span className="own-section-step">{t(`steps.${domain.step}`)}</span>
        <span className="own-section-title">{domain.title}</span>
        <span className="own-section-count">
          {t('answeredOf', { answered: answers.size, all: questions.length })}
          {oldestOn === null ? '' : `, ${t('oldest', { day: dayText(oldestOn) })}`}
        </span>
      </summary>
      {isOpen ? (
        <div className="own-section-body">
          <p className="part-lead">{domain.purpose}</p>
          <StaleLine section={section} />
          {questions.map((own) => {
            const answer = answers.get(own.question.id) ?? null
            return (
              <OwnQuestionCard
                key={own.question.id}
                own={own}
                answer={answer}
                isStale={answer !== null && stale.some((old) => old.questionId === answer.questionId)}
              />
            )
          })}
        </div>
      ) : null}
    </details>
  )
}

function StaleLine({ section: { stale } }: { readonly section: OwnSection }) {
  const { t } = useTranslation('organization')
  const confirm = useCommand('organization.confirm', refreshedByAnswers)
  if (stale.length === 0) return null
  return (
    <div className="own-stale">
      <p>{t('stale', { count: stale.length, months: staleAfterMonths })}</p>
      <Button
        changes
        isSmall
        isBusy={confirm.isRunning}
        onClick={() => void confirm.run({ questionIds: stale.map((answer) => answer.questionId) })}
      >
        {t('allStillTrue', { count: stale.length })}
      </Button>
      {confirm.fault === null ? null : <Refusal words={wordsFor(confirm.fault)} />}
    </div>
  )
}
