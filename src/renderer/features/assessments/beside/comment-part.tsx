import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ThirdPartyComment } from '#shared/domain/answer-context.ts'
import type { QuestionId } from '#shared/domain/ids.ts'
import { useCommand } from '#renderer/bridge/use-command.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { DateField } from '#renderer/ui/date-field.tsx'
import { isDay } from '#renderer/ui/day-reading.ts'
import { dayText } from '#renderer/ui/numbers.ts'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { TextArea } from '#renderer/ui/text-area.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { useUnsavedForm } from '#renderer/ui/unsaved-forms.ts'
import { calendarDayOf } from '#shared/domain/calendar-day.ts'
import { useBeside } from './beside.ts'

/** What the third party says to an answer, in its own words. It changes no score. */
export function CommentPart({ questionId }: { readonly questionId: QuestionId }) {
  const { t } = useTranslation('answering')
  const { commentOf, isReadOnly } = useBeside()
  const [isOpen, setIsOpen] = useState(false)
  const comment = commentOf(questionId)
  if (isOpen) return <CommentForm questionId={questionId} comment={comment} onDone={() => setIsOpen(false)} />
  if (comment === undefined)
    return isReadOnly ? null : (
      <Button
        look="quiet"
        isSmall
        className="comment-add"
        onClick={() => setIsOpen(true)}
        aria-label={t('comment.addTo', { id: questionId })}
      >
        {t('comment.add')}
      </Button>
    )
  return (
    <blockquote className="comment">
      <p className="comment-head">
        {comment.saidBy === ''
          ? t('comment.saidOn', { day: dayText(comment.saidOn) })
          : t('comment.saidBy', { name: comment.saidBy, day: dayText(comment.saidOn) })}
        {isReadOnly ? null : (
          <Button look="quiet" isSmall onClick={() => setIsOpen(true)} aria-label={t('comment.changeOn', { id: questionId })}>
            {t('comment.change')}
          </Button>
        )}
      </p>
      <p className="comment-text" dir="auto">
        {comment.text}
      </p>
    </blockquote>
  )
}

interface CommentFormProps {
  readonly questionId: QuestionId
  readonly comment: ThirdPartyComment | undefined
  readonly onDone: () => void
}

function CommentForm({ questionId, comment, onDone }: CommentFormProps) {
  const { t } = useTranslation('answering')
  const { assessmentId } = useBeside()
  const [text, setText] = useState(comment?.text ?? '')
  const [saidBy, setSaidBy] = useState(comment?.saidBy ?? '')
  const [begunOn] = useState(() => comment?.saidOn ?? calendarDayOf(new Date()))
  const [saidOn, setSaidOn] = useState(begunOn)
  const save = useCommand('answerContext.comment', ['answerContext.read'])
  const isChanged = text !== (comment?.text ?? '') || saidBy !== (comment?.saidBy ?? '') || saidOn !== begunOn
  const noteSaved = useUnsavedForm(isChanged)
  const keep = async () => {
    const said = text.trim() === '' ? null : { text, saidBy, saidOn }
    const outcome = await save.run({ assessmentId, questionId, comment: said })
    if (!outcome.ok) return
    noteSaved()
    onDone()
  }
  return (
    <form
      className="comment-form"
      aria-label={t('comment.form', { id: questionId })}
      onSubmit={(event) => {
        event.preventDefault()
        void keep()
      }}
    >
      <TextArea
        label={t('comment.text')}
        hint={t('comment.hint')}
        rows={2}
        maxLength={5_000}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <div className="comment-who">
        <TextField label={t('comment.by')} isOptional maxLength={200} value={saidBy} onChange={(event) => setSaidBy(event.target.value)} />
        <DateField label={t('comment.on')} day={saidOn} onDay={(day) => setSaidOn(day ?? '')} />
      </div>
      {save.fault === null ? null : <Refusal words={wordsFor(save.fault)} />}
      <div className="comment-actions">
        <Button type="submit" isSmall look="primary" isBusy={save.isRunning} disabled={!isDay(saidOn) && text !== ''}>
          {t('comment.save')}
        </Button>
        <Button isSmall onClick={onDone}>
          {t('comment.cancel')}
        </Button>
      </div>
    </form>
  )
}
