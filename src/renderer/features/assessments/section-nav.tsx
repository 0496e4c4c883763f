import { useSyncExternalStore } from 'react'
import type { DomainId } from '#shared/domain/ids.ts'
import { Icon } from '#renderer/ui/icon.tsx'
import { Progress } from '#renderer/ui/progress.tsx'
import { stepsOf, stepTitles, type Section } from './sections.ts'
import { useResult, useSession } from './session/use-session.ts'

interface SectionNavProps {
  readonly sections: readonly Section[]
  readonly current: DomainId | null
  readonly onChoose: (id: DomainId) => void
}

/** The sections in the order of the three steps, each with how far it is. */
export function SectionNav({ sections, current, onChoose }: SectionNavProps) {
  const answered = useAnsweredCounts(sections)
  const flags = useResult().flags
  return (
    <nav className="sections" aria-label="Sections of the questionnaire">
      {stepsOf(sections).map(({ step, sections: inStep }) => (
        <div key={step} className="sections-step">
          <h2 className="sections-title">{stepTitles[step]}</h2>
          <ul>
            {inStep.map((section) => {
              const { id, title } = section.domain
              const done = answered[id] ?? 0
              const flag = flags.find(
                (one) => one.state === 'fired' && section.questions.some((question) => question.id === one.questionId),
              )
              return (
                <li key={id}>
                  <button
                    type="button"
                    className="section-link"
                    aria-current={id === current ? 'step' : undefined}
                    onClick={() => onChoose(id)}
                  >
                    <span className="section-name">
                      {title}
                      {flag === undefined ? null : (
                        <span className={`section-flag section-flag-${flag.level}`}>
                          <Icon name={flag.level === 'stop' ? 'stop' : 'warning'} size={13} />
                          <span className="visually-hidden">{flag.level === 'stop' ? 'STOP' : 'High floor'}</span>
                        </span>
                      )}
                    </span>
                    <Progress label={`${title}: answered`} done={done} total={section.questions.length} />
                  </button>
                </li>
              )
            })}
          </ul>
        </div>
      ))}
    </nav>
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
