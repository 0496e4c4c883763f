import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { QuestionId } from '#shared/domain/ids.ts'
import type { Question } from '#shared/domain/question.ts'
import { refresh } from '#renderer/bridge/refresh.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { dayText } from '#renderer/ui/numbers.ts'
import { useDesk } from '../desk.ts'
import { focusQuestion } from '../question-place.ts'
import { useQuestionView } from '../session/use-session.ts'
import { countedBy, valueWords } from '../value-words.ts'
import { useBeside } from './beside.ts'
import { isOldAnswer } from './carried-words.ts'
import { useCarryOver } from './use-carry-over.ts'

/** What was answered before, beside the answer of today: where it was taken over from, or the way to take it over. */
export function BeforeLine({ question }: { readonly question: Question }) {
  const { markOf } = useBeside()
  useFreshMark(question.id)
  return markOf(question.id) === undefined ? <PreviousAnswerLine question={question} /> : <MarkLine question={question} />
}

/** A mark ends with another value and comes back with the old one: it is read again after each save of an answer that had one. */
function useFreshMark(id: QuestionId): void {
  const { markOf } = useBeside()
  const { storedRevision } = useQuestionView(id)
  const seen = useRef({ hadMark: false, revision: storedRevision })
  const hasMark = markOf(id) !== undefined
  useEffect(() => {
    const { hadMark, revision } = seen.current
    if (hadMark && revision !== storedRevision) refresh('answerContext.read')
    seen.current = { hadMark: hadMark || hasMark, revision: storedRevision }
  }, [hasMark, storedRevision])
}

function MarkLine({ question }: { readonly question: Question }) {
  const { t } = useTranslation('answering')
  const { asOf } = useDesk()
  const mark = useBeside().markOf(question.id)
  const { draft } = useQuestionView(question.id)
  if (mark === undefined || draft === null) return null
  const values = { day: dayText(mark.answeredOn) }
  return (
    <p className="before before-taken">
      <Icon name="clock" size={14} />{' '}
      {mark.source === 'organization' ? t('before.fromOrganization', values) : t('before.fromPrevious', values)}
      {isOldAnswer(mark.answeredOn, asOf) ? <strong> {t('before.old')}</strong> : null}
    </p>
  )
}

function PreviousAnswerLine({ question }: { readonly question: Question }) {
  const { t } = useTranslation('answering')
  const { previousOf, isReadOnly } = useBeside()
  const { jewelNames, questionsById } = useDesk()
  const { draft } = useQuestionView(question.id)
  const carry = useCarryOver()
  const previous = previousOf(question.id)
  if (previous === undefined) return null
  const isSame = draft !== null && JSON.stringify(draft.value) === JSON.stringify(previous.answer.value)
  const words = valueWords(previous.answer.value, { question, counted: countedBy(question, questionsById), jewels: jewelNames })
  const { note } = previous.answer
  const takeOver = async () => {
    // The button goes with what it did.
    if (await carry.run([question.id])) focusQuestion(question.id)
  }
  return (
    <div className="before">
      <p>
        <span className="before-title">{t('before.title', { day: dayText(previous.answeredOn) })}</span> <bdi>{words}</bdi>
        {isSame ? <span className="before-same"> {t('before.same')}</span> : null}
      </p>
      {note === '' ? null : (
        <p className="before-note" dir="auto">
          {note}
        </p>
      )}
      {isReadOnly || isSame ? null : (
        <Button
          isSmall
          isBusy={carry.isRunning}
          aria-label={t('before.stillTrueFor', { id: question.id, answer: words })}
          onClick={() => void takeOver()}
        >
          {t('before.stillTrue')}
        </Button>
      )}
      {carry.fault === null ? null : (
        <p className="files-refused" role="alert">
          {wordsFor(carry.fault).what} {wordsFor(carry.fault).next}
        </p>
      )}
    </div>
  )
}
