import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { QuestionId } from '#shared/domain/ids.ts'
import type { Pack } from '#shared/domain/pack.ts'
import type { Result } from '#shared/scoring/result.ts'
import { Button } from '#renderer/ui/button.tsx'
import { AskingReminder } from '../reference/asking-caution.tsx'
import { gainWords } from './result-words.ts'

interface AskFirstListProps {
  readonly result: Result
  readonly pack: Pack
  readonly onGo: (questionId: QuestionId) => void
}

const firstFew = 5

/** Open questions, the one that could lower the worst case most first. */
export function AskFirstList({ result, pack, onGo }: AskFirstListProps) {
  const { t } = useTranslation('result')
  const [isLong, setIsLong] = useState(false)
  const shown = isLong ? result.askFirst : result.askFirst.slice(0, firstFew)
  return (
    <section className="rail-part" aria-label={t('ask.title')}>
      <h3>{t('ask.title')}</h3>
      {result.askFirst.length === 0 ? <p className="rail-quiet">{t('ask.none')}</p> : null}
      {result.askFirst.length === 0 ? null : <AskingReminder />}
      <ol className="ask-first">
        {shown.map((ask) => (
          <li key={ask.questionId}>
            <button type="button" className="ask-first-link" onClick={() => onGo(ask.questionId)}>
              <span className="code">{ask.questionId}</span>
              <span className="ask-first-text">{pack.questions.find((question) => question.id === ask.questionId)?.text}</span>
              <span className="ask-first-gain">{gainWords(ask)}</span>
            </button>
          </li>
        ))}
      </ol>
      {result.askFirst.length <= firstFew ? null : (
        <Button look="quiet" isSmall onClick={() => setIsLong(!isLong)}>
          {isLong ? t('ask.fewer') : t('ask.all', { count: result.askFirst.length })}
        </Button>
      )}
    </section>
  )
}
