import { useId, useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import type { DomainId } from '#shared/domain/ids.ts'
import type { FlagResult } from '#shared/scoring/result.ts'
import { Icon } from '#renderer/ui/icon.tsx'
import { Progress } from '#renderer/ui/progress.tsx'
import { JumpForm } from './jump-form.tsx'
import { bySeverity } from './rail/result-words.ts'
import { stepsOf, stepTitles, type Section } from './sections.ts'
import { useResult, useSession } from './session/use-session.ts'

interface SectionNavProps {
  readonly sections: readonly Section[]
  /** Null where the filter leaves none. */
  readonly current: Section | null
  readonly onChoose: (id: DomainId) => void
}

/** The sections in the order of the three steps, each with how far it is. In a narrow window they fold away behind the one that is open. */
export function SectionNav({ sections, current, onChoose }: SectionNavProps) {
  const { t } = useTranslation('questionnaire')
  const answered = useAnsweredCounts(sections)
  const flags = bySeverity(useResult().flags)
  const [isUnfolded, setIsUnfolded] = useState(false)
  const listId = useId()
  const choose = (id: DomainId) => {
    setIsUnfolded(false)
    onChoose(id)
  }
  return (
    <div className="sections">
      <JumpForm />
      <nav aria-label={t('nav.label')}>
        <button
          type="button"
          className="sections-toggle"
          aria-expanded={isUnfolded}
          aria-controls={listId}
          onClick={() => setIsUnfolded(!isUnfolded)}
        >
          <span>
            {current === null ? (
              t('nav.none')
            ) : (
              <>
                {t('nav.at', { number: sections.indexOf(current) + 1, total: sections.length })} <strong>{current.domain.title}</strong>
              </>
            )}
          </span>
          <span>{isUnfolded ? t('nav.fold') : t('nav.all')}</span>
        </button>
        <div id={listId} className={isUnfolded ? 'sections-list sections-list-open' : 'sections-list'}>
          {stepsOf(sections).map(({ step, sections: inStep }) => (
            <div key={step} className="sections-step">
              <div className="sections-step-head">
                <h2 className="sections-title">{stepTitles[step]}</h2>
                <StepProgress title={stepTitles[step]} sections={inStep} answered={answered} />
              </div>
              <ul>
                {inStep.map((section) => (
                  <li key={section.domain.id}>
                    <SectionLink
                      section={section}
                      done={answered[section.domain.id] ?? 0}
                      flag={flags.find((flag) => flag.state === 'fired' && section.questions.some((one) => one.id === flag.questionId))}
                      isCurrent={section === current}
                      onChoose={choose}
                    />
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </div>
      </nav>
    </div>
  )
}

interface StepProgressProps {
  readonly title: string
  readonly sections: readonly Section[]
  /** By domain id. */
  readonly answered: Readonly<Record<string, number>>
}

/** How far a whole step is. */
function StepProgress({ title, sections, answered }: StepProgressProps) {
  const { t } = useTranslation('answering')
  const done = sections.reduce((sum, { domain }) => sum + (answered[domain.id] ?? 0), 0)
  const total = sections.reduce((sum, { questions }) => sum + questions.length, 0)
  return <Progress label={t('progress.step', { title })} done={done} total={total} />
}

interface SectionLinkProps {
  readonly section: Section
  readonly done: number
  readonly flag: FlagResult | undefined
  readonly isCurrent: boolean
  readonly onChoose: (id: DomainId) => void
}

function SectionLink({ section, done, flag, isCurrent, onChoose }: SectionLinkProps) {
  const { t } = useTranslation(['questionnaire', 'terms'])
  const { id, title } = section.domain
  return (
    <button type="button" className="section-link" aria-current={isCurrent ? 'step' : undefined} onClick={() => onChoose(id)}>
      <span className="section-name">
        {title}
        {flag === undefined ? null : (
          <span className={`section-flag section-flag-${flag.level}`}>
            <Icon name={flag.level === 'stop' ? 'stop' : 'warning'} size={13} />
            <span className="visually-hidden">{t(`terms:floor.${flag.level}`)}</span>
          </span>
        )}
      </span>
      <Progress label={t('nav.answered', { title })} done={done} total={section.questions.length} />
    </button>
  )
}

/** How many questions of each section have an answer on the screen, by domain id. */
function useAnsweredCounts(sections: readonly Section[]): Readonly<Record<string, number>> {
  const session = useSession()
  const key = useSyncExternalStore(session.subscribe, () =>
    sections
      .map((section) => `${section.domain.id}:${section.questions.filter((question) => session.viewOf(question.id).draft !== null).length}`)
      .join(' '),
  )
  return Object.fromEntries(key.split(' ').map((part) => [part.slice(0, part.indexOf(':')), Number(part.slice(part.indexOf(':') + 1))]))
}
