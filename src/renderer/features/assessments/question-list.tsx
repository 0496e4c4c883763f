import { useEffect, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Pack } from '#shared/domain/pack.ts'
import type { QuestionId } from '#shared/domain/ids.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { CarryOverSection } from './beside/carry-over-section.tsx'
import { QuestionCard } from './question-card.tsx'
import { stepTitles, type Section } from './sections.ts'

interface QuestionListProps {
  readonly section: Section
  readonly next: Section | null
  readonly pack: Pack
  readonly currentId: QuestionId | null
  readonly isReadOnly: boolean
  readonly onCurrent: (id: QuestionId) => void
  readonly onNext: () => void
  readonly onFinish: () => void
  /** What stands above the questions. */
  readonly filters: ReactNode
}

/** The questions of one section, and the way to the next. */
export function QuestionList({ section, next, pack, currentId, isReadOnly, onCurrent, onNext, onFinish, filters }: QuestionListProps) {
  const { t } = useTranslation('questionnaire')
  const top = useRef<HTMLDivElement>(null)
  const { domain } = section
  const shownDomain = useRef(domain.id)
  useEffect(() => {
    // Not at the first sight of the screen: there the head and the sections come first.
    if (shownDomain.current !== domain.id) {
      top.current?.scrollTo({ top: 0 })
      top.current?.scrollIntoView({ block: 'start' })
    }
    shownDomain.current = domain.id
  }, [domain.id])
  return (
    <div
      className="questions"
      ref={top}
      onFocus={(event) => {
        const card = event.target.closest('[data-question]')
        const question = section.questions.find((one) => one.id === card?.getAttribute('data-question'))
        if (question !== undefined && question.id !== currentId) onCurrent(question.id)
      }}
    >
      {filters}
      <header className="questions-head">
        <p className="questions-step">{stepTitles[domain.step]}</p>
        <h2>{domain.title}</h2>
        <p>{domain.purpose}</p>
      </header>
      <CarryOverSection key={domain.id} questions={section.questions} />
      {section.questions.map((question) => (
        <QuestionCard key={question.id} question={question} pack={pack} isCurrent={question.id === currentId} isReadOnly={isReadOnly} />
      ))}
      <div className="questions-next">
        {next === null ? (
          <Button look="primary" onClick={onFinish}>
            {t('list.finish')} <Icon name="arrow" />
          </Button>
        ) : (
          <Button look="primary" onClick={onNext}>
            {t('list.next', { title: next.domain.title })} <Icon name="arrow" />
          </Button>
        )}
      </div>
    </div>
  )
}
