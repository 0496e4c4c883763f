import type { Question } from '#shared/domain/question.ts'
import { Icon } from '#renderer/ui/icon.tsx'
import { useResult } from './session/use-session.ts'

/** The floors this question sets, or could set in the worst case. */
export function QuestionFlags({ question }: { readonly question: Question }) {
  const flags = useResult().flags.filter((flag) => flag.questionId === question.id)
  if (flags.length === 0) return null
  return (
    <ul className="question-flags" aria-live="polite">
      {flags.map((flag) => (
        <li key={`${flag.ruleId}-${flag.reason}`} className={`question-flag question-flag-${flag.level} question-flag-${flag.state}`}>
          <Icon name={flag.level === 'stop' ? 'stop' : 'warning'} />
          <span>
            <strong>{flagTitle(flag)}</strong> {flag.reason}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** "STOP", "High floor", and whether it stands or only might. */
export function flagTitle(flag: { readonly level: 'high' | 'stop'; readonly state: 'fired' | 'unresolved' | 'clear' }): string {
  const name = flag.level === 'stop' ? 'STOP: counsel review needed.' : 'High floor: the tier is at least High.'
  if (flag.state === 'clear') return `Clear: no ${flag.level === 'stop' ? 'STOP' : 'High floor'} here.`
  return flag.state === 'fired'
    ? name
    : `Unresolved ${flag.level === 'stop' ? 'STOP' : 'High floor'}: counts in the worst case until it is answered.`
}
