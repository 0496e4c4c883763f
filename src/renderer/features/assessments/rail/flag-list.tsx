import { useTranslation } from 'react-i18next'
import type { QuestionId } from '#shared/domain/ids.ts'
import type { ClearFlag, FlagResult } from '#shared/scoring/result.ts'
import { Icon } from '#renderer/ui/icon.tsx'
import { flagReason } from '../flag-reason.ts'
import { flagTitle } from '../question-flags.tsx'
import { bySeverity } from './result-words.ts'

interface FlagListProps {
  readonly flags: readonly FlagResult[]
  readonly clearFlags: readonly ClearFlag[]
  readonly onGo: (id: QuestionId) => void
}

/** Every floor of this run: what stands, what is open, and what is clear. */
export function FlagList({ flags, clearFlags, onGo }: FlagListProps) {
  const { t } = useTranslation('result')
  const sorted = bySeverity(flags)
  const fired = sorted.filter((flag) => flag.state === 'fired')
  const unresolved = sorted.filter((flag) => flag.state === 'unresolved')
  return (
    <section className="rail-part" aria-label={t('flags.title')}>
      <h3>
        {t('flags.title')}{' '}
        <span className="rail-count">{t('flags.counts', { set: fired.length, open: unresolved.length, clear: clearFlags.length })}</span>
      </h3>
      {fired.length === 0 ? null : <Flags flags={fired} onGo={onGo} />}
      {unresolved.length === 0 ? null : (
        <details>
          <summary>{t('flags.open', { count: unresolved.length })}</summary>
          <Flags flags={unresolved} onGo={onGo} />
        </details>
      )}
      {flags.length === 0 ? <p className="rail-quiet">{t('flags.none')}</p> : null}
      {clearFlags.length === 0 ? null : (
        <details>
          <summary>{t('flags.clear', { count: clearFlags.length })}</summary>
          <p className="rail-quiet">{t('flags.lookedAt')}</p>
          <Flags flags={clearFlags} onGo={onGo} />
        </details>
      )}
    </section>
  )
}

function Flags({ flags, onGo }: { readonly flags: readonly (FlagResult | ClearFlag)[]; readonly onGo: (id: QuestionId) => void }) {
  const { t } = useTranslation('terms')
  return (
    <ul className="rail-flags">
      {flags.map((flag) => {
        const { questionId } = flag
        const body = (
          <>
            <Icon name={flag.state === 'clear' ? 'check' : flag.level === 'stop' ? 'stop' : 'warning'} size={14} />
            <span>
              <span className="visually-hidden">{flagTitle(flag)} </span>
              <strong aria-hidden="true">{t(`floor.${flag.level}`)}</strong> {flagReason(flag)} <span className="code">{flag.ruleId}</span>
            </span>
          </>
        )
        return (
          <li key={`${flag.ruleId}-${flag.reason}`} className={`rail-flag rail-flag-${flag.level} rail-flag-${flag.state}`}>
            {questionId === null ? (
              <span className="rail-flag-body">{body}</span>
            ) : (
              <button type="button" className="rail-flag-body rail-link" onClick={() => onGo(questionId)}>
                {body}
              </button>
            )}
          </li>
        )
      })}
    </ul>
  )
}
