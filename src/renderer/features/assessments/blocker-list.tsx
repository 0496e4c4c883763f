import { useTranslation } from 'react-i18next'
import type { QuestionId } from '#shared/domain/ids.ts'
import type { Pack } from '#shared/domain/pack.ts'
import type { Result } from '#shared/scoring/result.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { blockerWords } from './blocker-words.ts'

interface BlockerListProps {
  readonly result: Result
  readonly pack: Pack
  readonly onGo: (questionId: QuestionId) => void
}

/** What stands between this assessment and a signature. */
export function BlockerList({ result, pack, onGo }: BlockerListProps) {
  const { t } = useTranslation('deciding')
  const openCount = result.shown.length - result.answeredCount
  if (result.blockers.length === 0) {
    return openCount === 0 ? (
      <Notice tone="good" title={t('blockers.none')} />
    ) : (
      <Notice tone="info" title={t('blockers.blank', { count: openCount, total: result.shown.length })}>
        <p>{t('blockers.blankCounts', { count: openCount })}</p>
      </Notice>
    )
  }
  const nothing = result.blockers.filter((blocker) => blocker.code === 'nothing-answered')
  return (
    <Notice tone="warning" title={t('blockers.title')}>
      <ul className="blockers">
        {(nothing.length > 0 ? nothing : result.blockers).map((blocker) => {
          const question = pack.questions.find(
            (one) => one.id === blocker.id || (one.domain === blocker.id && result.shown.includes(one.id)),
          )
          return (
            <li key={`${blocker.code}-${blocker.id}`}>
              {blockerWords(blocker, pack)}
              {question === undefined ? null : (
                <Button look="quiet" isSmall onClick={() => onGo(question.id)}>
                  {t('blockers.goTo', { id: question.id })}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
    </Notice>
  )
}
