import type { Question } from '#shared/domain/question.ts'
import { wordsIn } from '#renderer/i18n/words.ts'
import { Icon } from '#renderer/ui/icon.tsx'
import { useResult } from './session/use-session.ts'

const t = wordsIn('questionnaire')
const terms = wordsIn('terms')

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
  const floor = terms(`floor.${flag.level}`)
  if (flag.state === 'clear') return t('flag.clear', { floor })
  return flag.state === 'fired' ? t(`flag.${flag.level}`) : t('flag.unresolved', { floor })
}
